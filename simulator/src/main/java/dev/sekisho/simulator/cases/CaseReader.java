package dev.sekisho.simulator.cases;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.simulator.log.LogFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads one case. Everything that is not as it must be makes it a broken one, except what a configuration has that
/// Azure would refuse: that is for the case to expect.
final class CaseReader {
    private static final List<String> KINDS = Arrays.stream(CaseKind.values()).map(CaseKind::text).toList();
    private static final List<String> FORMATS = Arrays.stream(LogFormat.values()).map(LogFormat::text).toList();
    private static final String ASSUMPTIONS = "assumptions";

    private final Optional<Environment> shared;
    private final Diagnostics problems = new Diagnostics();

    /// @param shared the environment of cases without a `config`
    CaseReader(Optional<Environment> shared) {
        this.shared = shared;
    }

    CaseEntry read(Node node) {
        Fields fields = Fields.of(node, "a case", problems);
        fields.require("id", "expect");
        String id = fields.text("id").orElse("(without id)");
        Optional<String> kindText = fields.oneOf("kind", KINDS);
        CaseKind kind = Arrays.stream(CaseKind.values())
                .filter(known -> kindText.filter(known.text()::equals).isPresent())
                .findFirst().orElse(CaseKind.PATH);
        List<String> rules = texts(fields, "rules");
        fields.text("basis");
        texts(fields, "source");
        String title = fields.text("title").orElse("");
        Optional<String> firewall = fields.text("firewall");
        List<Diagnostic> findings = new ArrayList<>();
        Environment environment = environment(fields, kind, findings);
        Optional<CaseInput> input = input(fields, kind);
        SequencedMap<String, CaseValue> expected = fields.mapping("expect").map(expect -> expectation(expect, kind))
                .orElseGet(LinkedHashMap::new);
        fields.finish();
        List<Diagnostic> errors = errors(problems);
        return input.isEmpty() || !errors.isEmpty() ? new CaseEntry.Broken(id, node.at(), errors)
                : new CaseEntry.Readable(new TestCase(id, kind, title, rules, environment, findings, firewall,
                        input.get(), expected, node.at()));
    }

    static List<Diagnostic> errors(Diagnostics diagnostics) {
        return diagnostics.all().stream().filter(found -> found.severity() == Severity.ERROR).toList();
    }

    private static List<String> texts(Fields fields, String key) {
        return fields.scalars(key).stream().map(Node.Scalar::text).toList();
    }

    private Environment environment(Fields fields, CaseKind kind, List<Diagnostic> findings) {
        Optional<Node> config = fields.optional("config");
        if (config.isEmpty()) {
            if (shared.isEmpty() && kind != CaseKind.LOG) {
                problems.error("MISSING_KEY", fields.at(),
                        "the case has no 'config', and the file has no 'environment'",
                        "add config:, or environment: with paths at the top of the file");
            }
            return shared.orElse(Environment.EMPTY);
        }
        Diagnostics read = new Diagnostics();
        Fields inner = Fields.of(config.get(), "'config'", read);
        if (kind == CaseKind.LOG) {
            inner.has("format");
        }
        Environment environment = EnvironmentReader.readInline(inner, read);
        inner.finish();
        for (Diagnostic found : read.all()) {
            if (ValidationCode.of(found.code()).isPresent()) {
                findings.add(found);
            } else {
                problems.add(found);
            }
        }
        return environment;
    }

    private Optional<CaseInput> input(Fields fields, CaseKind kind) {
        Fields flow = fields.mapping("flow").orElseGet(() -> Fields.of(Node.nothing(fields.at()), "'flow'", problems));
        Optional<CaseInput> input = switch (kind) {
            case ORDER, VALIDATE, LIMIT -> Optional.of(CaseInput.Configuration.CONFIGURATION);
            case ROUTE -> {
                flow.require("dstIp");
                Optional<IpAddress> source = flow.parse("srcIp", IpAddress::parse);
                yield flow.parse("dstIp", IpAddress::parse)
                        .map(address -> new CaseInput.Destination(source, address));
            }
            case FIREWALL, NSG, PATH -> new FlowReader(problems).flow(flow)
                    .map(read -> new CaseInput.Traffic(read, flow.has("podIp")));
            case LOG -> {
                flow.require("line");
                Optional<String> line = flow.text("line");
                yield format(fields).flatMap(format -> line.map(text -> new CaseInput.Line(format, text)));
            }
        };
        flow.finish();
        return input;
    }

    private Optional<LogFormat> format(Fields fields) {
        Optional<Fields> config = fields.mapping("config");
        if (config.isEmpty()) {
            problems.error("MISSING_KEY", fields.at(), "the case has no 'config' that says the format of the line",
                    "add config: {format: …}");
        }
        return config.flatMap(inner -> {
            inner.require("format");
            return inner.oneOf("format", FORMATS).flatMap(LogFormat::named);
        });
    }

    private SequencedMap<String, CaseValue> expectation(Fields expect, CaseKind kind) {
        SequencedMap<String, CaseValue> expected = new LinkedHashMap<>();
        for (String key : kind.keys()) {
            expect.optional(key).ifPresent(value -> expected.put(key, value(expect, key, value)));
        }
        expect.optional(ASSUMPTIONS)
                .ifPresent(_ -> expected.put(ASSUMPTIONS, new CaseValue.Set(texts(expect, ASSUMPTIONS))));
        expect.finish();
        if (expected.isEmpty() && errors(problems).isEmpty()) {
            problems.error("NO_EXPECTATION", expect.at(), "the case expects nothing",
                    "write one of: " + String.join(", ", kind.keys()));
        }
        return expected;
    }

    private CaseValue value(Fields expect, String key, Node value) {
        return switch (key) {
            case "codes", "alerts", "snatAddresses" -> new CaseValue.Set(texts(expect, key));
            case "order", "logs" -> new CaseValue.Sequence(texts(expect, key));
            case "fields" -> new CaseValue.Named(named(expect.mapping(key)));
            default -> value instanceof Node.Scalar scalar && scalar.isNull() ? CaseValue.Nothing.NOTHING
                    : new CaseValue.Text(expect.text(key).orElse(""));
        };
    }

    private static SortedMap<String, String> named(Optional<Fields> fields) {
        SortedMap<String, String> named = new TreeMap<>();
        fields.ifPresent(inner -> inner.entries()
                .forEach(entry -> inner.text(entry.key().text())
                        .ifPresent(text -> named.put(entry.key().text(), text))));
        return named;
    }
}
