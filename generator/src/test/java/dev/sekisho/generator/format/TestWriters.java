package dev.sekisho.generator.format;

import dev.sekisho.generator.format.arm.ArmWriter;
import dev.sekisho.generator.format.azcli.AzCliWriter;
import dev.sekisho.generator.format.bicep.BicepWriter;
import dev.sekisho.generator.format.terraform.TerraformWriter;
import dev.sekisho.generator.format.yaml.YamlWriter;
import java.util.List;

/// Every writer, with a version that stands out.
final class TestWriters {
    static final String VERSION = "9.8.7";

    private TestWriters() {}

    static List<Writer> all() {
        return List.of(new ArmWriter(VERSION), new BicepWriter(VERSION), new TerraformWriter(VERSION),
                new AzCliWriter(VERSION),
                new YamlWriter(VERSION, _ -> RichEnvironment.make()));
    }
}
