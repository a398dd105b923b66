package dev.sekisho.generator.format.kubernetes;

import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.RichPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.junit.jupiter.api.Assertions.assertEquals;

class KubernetesWriterTest {
    private static final KubernetesWriter WRITER = new KubernetesWriter("1");

    @ParameterizedTest
    @ValueSource(strings = {"internal-app", "yes", "null", "a1"})
    void theServiceAsksForAPrivateAddressInThePlannedSubnet(String name) {
        Map<String, Object> service = load(WRITER.write(RichPlan.withService(name, "017")));
        assertEquals(Map.of("apiVersion", "v1", "kind", "Service", "metadata",
                Map.of("name", name, "annotations",
                        Map.of("service.beta.kubernetes.io/azure-load-balancer-internal", "true",
                                "service.beta.kubernetes.io/azure-load-balancer-internal-subnet", "017")),
                "spec", Map.of("type", "LoadBalancer", "selector", Map.of("app", name), "ports",
                        List.of(Map.of("name", "https", "port", 443, "targetPort", 8443)))),
                service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Internal", "1app", "app_1", "app-", "app.internal",
            "a23456789012345678901234567890123456789"
                    + "012345678901234567890123b"})
    void aNameThatKubernetesWouldRefuseIsRefused(String name) {
        Output output = WRITER.write(RichPlan.withService(name, "aks"));
        assertEquals(List.of(), output.files());
        assertEquals("service " + name, output.refused().getFirst().what());
    }

    @Test
    void theNameMayHaveSixtyThreeCharacters() {
        String name = "a".repeat(63);
        assertEquals(List.of(), WRITER.write(RichPlan.withService(name, "aks")).refused());
    }

    private static Map<String, Object> load(Output output) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(output.files().getFirst().text());
    }
}
