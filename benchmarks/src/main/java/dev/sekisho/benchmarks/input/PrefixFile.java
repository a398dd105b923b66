package dev.sekisho.benchmarks.input;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Prefix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/// A list of prefixes, one on each line, as routing tables are published: `192.0.2.0/24`, `2001:db8::/32`. Anything after
/// white space is left; empty lines and lines that begin with `#` too. A name that ends in `.gz` or `.xz` is unpacked.
///
/// @param ipv4 the IPv4 prefixes, each once, in the order of the file
/// @param ipv6 the IPv6 prefixes, likewise
public record PrefixFile(List<Ipv4Prefix> ipv4, List<Ipv6Prefix> ipv6) {

    /// @throws IllegalArgumentException if a line is none of these; the message says which
    public static PrefixFile read(Path file) throws IOException {
        SequencedSet<Ipv4Prefix> ipv4 = new LinkedHashSet<>();
        SequencedSet<Ipv6Prefix> ipv6 = new LinkedHashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = line.strip().split("\\s", 2)[0];
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                try {
                    switch (IpPrefix.parse(text)) {
                        case Ipv4Prefix prefix -> ipv4.add(prefix);
                        case Ipv6Prefix prefix -> ipv6.add(prefix);
                    }
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
                }
            }
        }
        return new PrefixFile(new ArrayList<>(ipv4), new ArrayList<>(ipv6));
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        String name = file.toString();
        return name.endsWith(".gz") ? new GZIPInputStream(in) : name.endsWith(".xz") ? new XZInputStream(in) : in;
    }
}
