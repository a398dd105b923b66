package dev.sekisho.generator.format.readback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One command of a script, taken apart.
///
/// @param name the command without its options, such as `az network route-table create`, or the name of a function
/// @param words the words of a function call
/// @param options each option with its values
record AzCommand(String name, List<String> words, Map<String, List<String>> options) {
    private static final Pattern WORD = Pattern.compile("((?:'[^']*'|\"[^\"]*\"|\\\\'|[^\\s'\"])+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Z_]+)}?");

    static AzCommand parse(String line, Map<String, String> variables) {
        List<String> name = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        List<String> values = new ArrayList<>();
        String command = line.replaceFirst("^(run|if exists|if ! exists) ", "").replaceFirst("; then$", "");
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            String word = unquote(matcher.group(1), variables);
            if (word.startsWith("--")) {
                values = new ArrayList<>();
                if (options.put(word, values) != null) {
                    throw new IllegalArgumentException(word + " is given twice: " + line);
                }
            } else if (options.isEmpty()) {
                name.add(word);
            } else {
                values.add(word);
            }
        }
        return name.getFirst().equals("az")
                ? new AzCommand(String.join(" ", name), List.of(), options)
                : new AzCommand(name.getFirst(), name.subList(1, name.size()), options);
    }

    String one(String option) {
        List<String> values = options.get(option);
        if (values == null || values.size() != 1) {
            throw new IllegalArgumentException(name + " has not one " + option + ": " + options);
        }
        return values.getFirst();
    }

    private static String unquote(String word, Map<String, String> variables) {
        StringBuilder result = new StringBuilder();
        for (Matcher part = Pattern.compile("'([^']*)'|\"([^\"]*)\"|\\\\(')|([^'\"\\\\]+)").matcher(word); part
                .find();) {
            if (part.group(2) != null) {
                result.append(VARIABLE.matcher(part.group(2)).replaceAll(
                        name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), name.group()))));
            } else {
                result.append(part.group(1) != null ? part.group(1)
                        : part.group(3) != null ? part.group(3) : part.group(4));
            }
        }
        return result.toString();
    }
}
