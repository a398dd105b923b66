package dev.sekisho.generator.format.kubernetes;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.environment.Conversion;
import dev.sekisho.generator.format.environment.EnvironmentWriter;
import dev.sekisho.model.environment.Environment;
import java.util.List;

/// Refuses every environment: manifests describe what runs in a cluster, and no resource of the network around it.
public final class KubernetesEnvironmentWriter implements EnvironmentWriter {
    @Override
    public Conversion write(Environment environment, String name, GeneratedMark mark) {
        return new Conversion(List.of(), List.of(new Refusal(name,
                "Kubernetes manifests hold nothing of an environment: networks, routes and firewalls are Azure's")));
    }
}
