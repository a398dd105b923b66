package dev.sekisho.samples;

import dev.sekisho.cli.Main;
import dev.sekisho.cli.terminal.Streams;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The sample of inbound flows: who gets in, and whose replies are lost.
class InboundSampleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        PrintWriter to = new PrintWriter(out);
        PrintWriter errors = new PrintWriter(err);
        int code = Main.run(new Streams(to, errors, false), arguments);
        to.flush();
        errors.flush();
        return code;
    }

    @Test
    void everyWayInIsTold() {
        assertEquals(1,
                run("exposure", "inbound/services.yaml", "--env", "inbound/environment.yaml", "--output", "json"),
                err::toString);
        for (String told : new String[]{"\"Internet through hub-fw\"", "\"Internet by shop-gateway\"",
                "\"network partner/vms by pe-partner\"", "\"API server of shop\"", "\"Lost\""}) {
            assertTrue(out.toString().contains(told), () -> told + " in " + out);
        }
    }

    @Test
    void aClientOfTheInternetIsFollowedToTheServiceBehindTheFirewall() {
        assertEquals(0, run("trace", "--env", "inbound", "--from", "203.0.113.9", "--to",
                "service/shop/storefront:443"), err::toString);
        assertTrue(
                out.toString().startsWith("reachable: shop/storefront tcp:443 (internal) from Internet through hub-fw"),
                out::toString);
        assertTrue(out.toString().contains("not reachable: shop/storefront tcp:443 (internal) from Internet to"),
                out::toString);
    }

    @Test
    void thePublicAddressOfTheFirewallIsFollowedThroughItsDnatRule() {
        assertEquals(0, run("trace", "--env", "inbound", "--from", "203.0.113.9", "--to", "20.0.0.10:443"),
                err::toString);
        assertTrue(out.toString().startsWith("Allow by hub-policy/inbound/dnat/shop"), out::toString);
    }
}
