package dev.sekisho.generator.format;

/// Something that a format cannot express.
///
/// @param what the thing, as the reader of the plan knows it, such as `rule web of collection app`
/// @param why why it cannot be written, one sentence without a final stop
public record Refusal(String what, String why) {
    @Override
    public String toString() {
        return what + ": " + why;
    }
}
