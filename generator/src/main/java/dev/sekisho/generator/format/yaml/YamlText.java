package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.resource.Value;
import java.io.StringWriter;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/// YAML as people write it: blocks, but short lists of plain values on one line. Text that YAML would read as a number,
/// a truth value or nothing is quoted.
final class YamlText {
    private static final int LONGEST_LINE = 100;

    private YamlText() {}

    /// Returns the text of a value, comment lines first.
    static String write(List<String> comments, Value value) {
        StringWriter text = new StringWriter();
        comments.forEach(comment -> text.write("# " + comment + "\n"));
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setAllowUnicode(true);
        new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options).serialize(node(value),
                text);
        return text.toString();
    }

    private static Node node(Value value) {
        return switch (value) {
            case Value.Text(String text) -> scalar(Tag.STR, text);
            case Value.Number(int number) -> scalar(Tag.INT, Integer.toString(number));
            case Value.Flag(boolean on) -> scalar(Tag.BOOL, Boolean.toString(on));
            case Value.Items(var items) -> new SequenceNode(Tag.SEQ, items.stream().map(YamlText::node).toList(),
                    style(items, items.size() * 2));
            case Value.Fields(var fields) -> new MappingNode(Tag.MAP,
                    fields.stream().map(field -> new NodeTuple(scalar(Tag.STR, field.name()), node(field.value())))
                            .toList(),
                    fields.size() > 2
                            ? FlowStyle.BLOCK
                            : style(fields.stream().map(Value.Fields.Field::value).toList(),
                                    fields.stream().mapToInt(field -> field.name().length() + 4).sum()));
            case Value.ParameterValue _,Value.IdOf _ ->
                throw new IllegalArgumentException("an environment has no " + value);
        };
    }

    private static Node scalar(Tag tag, String text) {
        boolean breaksLines = text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        return new ScalarNode(tag, text, null, null, breaksLines ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
    }

    /// One line if everything inside is plain and short.
    private static FlowStyle style(List<Value> items, int overhead) {
        int length = overhead;
        for (Value item : items) {
            switch (item) {
                case Value.Text(String text) -> length += text.length();
                case Value.Number _,Value.Flag _ -> length += 5;
                case Value.Items(var inner) when inner.isEmpty() -> length += 2;
                case Value.Items _,Value.Fields _,Value.ParameterValue _,Value.IdOf _ -> {
                    return FlowStyle.BLOCK;
                }
            }
        }
        return length <= LONGEST_LINE ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }
}
