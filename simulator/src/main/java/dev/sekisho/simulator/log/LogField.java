package dev.sekisho.simulator.log;

/// What a log line may say. The names are those of reports and test files.
public enum LogField {
    EPOCH_SECONDS("epochSeconds", true), EPOCH_MILLIS("epochMillis", true), PROTOCOL("protocol", false),
    SRC_IP("srcIp", false), SRC_PORT("srcPort", true), DST_IP("dstIp", false), DST_PORT("dstPort", true),
    FQDN("fqdn", false), URL("url", false), ACTION("action", false), REASON("reason", false), THREAT("threat", false),
    POLICY("policy", false), RULE_COLLECTION_GROUP("ruleCollectionGroup", false),
    RULE_COLLECTION("ruleCollection", false), RULE("rule", false), WEB_CATEGORY("webCategory", false),
    TRANSLATED_IP("translatedIp", false), TRANSLATED_PORT("translatedPort", true), DIRECTION("direction", false),
    DECISION("decision", false), STATE("state", false), ENCRYPTION("encryption", false),
    PACKETS_SENT("packetsSent", true), BYTES_SENT("bytesSent", true), PACKETS_RECEIVED("packetsReceived", true),
    BYTES_RECEIVED("bytesReceived", true);

    private final String text;
    private final boolean number;

    LogField(String text, boolean number) {
        this.text = text;
        this.number = number;
    }

    /// Returns the name that reports and test files use.
    public String text() {
        return text;
    }

    /// Tells whether the value is a whole number.
    public boolean isNumber() {
        return number;
    }

    @Override
    public String toString() {
        return text;
    }
}
