package dev.sekisho.benchmarks.input;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.field.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Rules in the text form of ClassBench (Taylor and Turner, 2007), one on each line:
///
/// `@SOURCE/LENGTH DESTINATION/LENGTH FIRST : LAST FIRST : LAST 0xPROTOCOL/0xMASK` and flags, which are left. A name that ends
/// in `.gz` is unpacked.
public final class ClassBenchFile {
    private static final Pattern LINE = Pattern
            .compile("@([\\d.]+)/(\\d+)\\s+([\\d.]+)/(\\d+)\\s+(\\d+)\\s*:\\s*(\\d+)\\s+"
                    + "(\\d+)\\s*:\\s*(\\d+)\\s+0x([0-9a-fA-F]+)/0x([0-9a-fA-F]+).*");

    private ClassBenchFile() {}

    /// @throws IllegalArgumentException if a line is no rule; the message says which
    public static List<RuleBox> read(Path file) throws IOException {
        List<RuleBox> rules = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                Matcher matcher = LINE.matcher(line.strip());
                if (!matcher.matches()) {
                    throw new IllegalArgumentException(
                            file + ":" + number + ": this is no rule of ClassBench: " + line);
                }
                boolean any = Integer.parseInt(matcher.group(10), 16) == 0;
                rules.add(new RuleBox(prefix(matcher.group(1), matcher.group(2)), prefix(matcher.group(3),
                        matcher.group(4)), any ? Service.ANY_PROTOCOL : Integer.parseInt(matcher.group(9), 16),
                        ports(
                                matcher.group(5), matcher.group(6)),
                        ports(matcher.group(7), matcher.group(8))));
            }
        }
        return rules;
    }

    private static AddressSet prefix(String address, String length) {
        return AddressSet.of(Ipv4Prefix.of(Ipv4Address.parse(address), Integer.parseInt(length)));
    }

    private static PortSet ports(String first, String last) {
        return PortSet.of(new PortRange(Integer.parseInt(first), Integer.parseInt(last)));
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
