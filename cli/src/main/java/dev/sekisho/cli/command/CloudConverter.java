package dev.sekisho.cli.command;

import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.diagnostic.Suggestions;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a cloud as files write it, without regard to case.
final class CloudConverter implements ITypeConverter<Cloud> {
    @Override
    public Cloud convert(String text) {
        return Arrays.stream(Cloud.values()).filter(cloud -> cloud.azureName().equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "there is no cloud " + text + "; " + Suggestions.advice(text, "known", names(), 9)));
    }

    private static List<String> names() {
        return Arrays.stream(Cloud.values()).map(Cloud::azureName).toList();
    }
}
