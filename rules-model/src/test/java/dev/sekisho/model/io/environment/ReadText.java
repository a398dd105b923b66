package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import java.util.List;

/// An environment read from YAML text, and what was wrong with it.
record ReadText(String yaml, Environment environment, Diagnostics diagnostics) {

    static ReadText of(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        Node node = YamlTree.read(SourceFile.of("env.yaml", yaml), diagnostics).orElseThrow();
        Fields fields = Fields.of(node, "an environment", diagnostics);
        Environment environment = EnvironmentReader.readInline(fields, diagnostics);
        fields.finish();
        return new ReadText(yaml, environment, diagnostics);
    }

    /// What was found, as `line:column CODE`.
    List<String> findings() {
        return diagnostics.all().stream().map(ReadText::brief).toList();
    }

    /// The place of the last occurrence of `text`, as `line:column`.
    String place(String text) {
        String before = yaml.substring(0, yaml.lastIndexOf(text));
        return before.lines().count() + (before.endsWith("\n") ? 1 : 0) + ":"
                + (before.length() - before.lastIndexOf('\n'));
    }

    private static String brief(Diagnostic diagnostic) {
        return diagnostic.at().line() + ":" + diagnostic.at().column() + " " + diagnostic.code();
    }
}
