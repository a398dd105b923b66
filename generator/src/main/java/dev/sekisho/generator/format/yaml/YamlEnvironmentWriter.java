package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.environment.Conversion;
import dev.sekisho.generator.format.environment.EntryCheck;
import dev.sekisho.generator.format.environment.EnvironmentWriter;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.servicetag.TagRelease;
import java.util.ArrayList;
import java.util.List;

/// Writes an environment as `sekisho/environment.yaml`, which holds all of it. Entries that Azure would refuse stand
/// in it as they were, though nothing reads them. Of service tags it holds the addresses, but
/// not which publication they come from.
public final class YamlEnvironmentWriter implements EnvironmentWriter {
    @Override
    public Conversion write(Environment environment, String name, GeneratedMark mark) {
        Output output = new EnvironmentYamlWriter(List.of(mark.toString()), name).write(environment);
        List<Refusal> refused = new ArrayList<>(output.refused());
        for (TagRelease release : environment.serviceTags().releases()) {
            refused.add(new Refusal("date and change number of the " + release,
                    "the tags are written by hand; give Microsoft's file beside this one to keep them"));
        }
        for (Refusal kept : EntryCheck.of(environment)) {
            refused.add(new Refusal(kept.what(),
                    kept.why() + "; it stands in the file as it was, and is refused when that is"
                            + " read"));
        }
        return new Conversion(output.files(), refused);
    }
}
