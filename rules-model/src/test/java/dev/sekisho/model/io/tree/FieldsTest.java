package dev.sekisho.model.io.tree;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.DiagnosticRenderer;
import dev.sekisho.model.diagnostic.Diagnostics;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FieldsTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private Fields fields(String yaml) {
        SourceFile file = SourceFile.of("t.yaml", yaml);
        diagnostics.sources().put("t.yaml", file::line);
        return Fields.of(YamlTree.read(file, diagnostics).orElseThrow(), "subnet", diagnostics);
    }

    private List<String> problems() {
        return diagnostics.all().stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.code()).toList();
    }

    private Diagnostic only() {
        assertEquals(1, diagnostics.all().size(), diagnostics::toString);
        return diagnostics.all().getFirst();
    }

    @Test
    void givesEveryKindOfValue() {
        Fields fields = fields("""
                name: aks
                port: 443
                on: true
                tier: Premium
                prefix: 10.1.0.0/16
                list: [a, b]
                inner: {x: 1}
                rows: [{y: 2}]
                """);
        assertEquals(Optional.of("aks"), fields.text("name"));
        assertEquals(Optional.of(443), fields.integer("port", 1, 65535));
        assertEquals(Optional.of(true), fields.bool("on"));
        assertEquals(Optional.of("Premium"), fields.oneOf("tier", List.of("Standard", "Premium")));
        assertEquals(Optional.of(IpPrefix.parse("10.1.0.0/16")), fields.parse("prefix", IpPrefix::parse));
        assertEquals(List.of("a", "b"), fields.parseEach("list", text -> text));
        assertEquals(Optional.of("1"), fields.mapping("inner").flatMap(inner -> inner.text("x")));
        assertEquals(List.of("2"),
                fields.mappings("rows", "row").stream().flatMap(row -> row.text("y").stream()).toList());
        fields.finish();
        assertEquals(List.of(), problems());
    }

    @Test
    void absentKeysGiveNothingAndNoProblem() {
        Fields fields = fields("a: 1");
        assertEquals(Optional.empty(), fields.text("b"));
        assertEquals(Optional.empty(), fields.integer("b", 1, 2));
        assertEquals(List.of(), fields.list("b"));
        assertEquals(Optional.empty(), fields.mapping("b"));
        assertEquals(List.of(), problems());
    }

    @Test
    void reportsAllProblemsInOneRun() {
        Fields fields = fields("nmae: aks\nport: 70000\nprefix: [1]\n");
        fields.require("name", "prefix");
        fields.text("name");
        fields.integer("port", 1, 65535);
        fields.parse("prefix", IpPrefix::parse);
        fields.finish();
        assertEquals(List.of("1:1 MISSING_KEY", "1:1 UNKNOWN_KEY", "2:7 OUT_OF_RANGE", "3:9 WRONG_TYPE"), problems());
    }

    @Test
    void namesTheNearestKeyFirst() {
        Fields fields = fields("publicIp: 1\nname: x\n");
        fields.text("privateIp");
        fields.text("publicIps");
        fields.text("name");
        fields.finish();
        assertEquals("unknown key 'publicIp' in subnet", only().problem());
        assertEquals("did you mean 'publicIps'? known keys: publicIps, privateIp, name", only().remedy());
    }

    @Test
    void seesATextThatACommaHasTorn() {
        Fields fields = fields("{name: x, purpose: orders, Proxy policy}");
        fields.text("name");
        fields.text("purpose");
        fields.finish();
        assertEquals("t.yaml:1:28", only().at().toString());
        assertTrue(only().remedy().startsWith("if it belongs to the text before the comma, put that text in quotes; "));
    }

    @Test
    void saysWhenOnlyTheCaseIsWrong() {
        Fields fields = fields("OutboundType: none\n");
        fields.text("outboundType");
        fields.finish();
        assertEquals("write 'outboundType': upper and lower case matter here", only().remedy());
    }

    @Test
    void quotesHostBitsWithBothWaysToWriteThem() {
        fields("prefix: 10.1.0.5/16").parse("prefix", IpPrefix::parse);
        assertEquals("""
                t.yaml:1:9: error: 10.1.0.5/16 has host bits set
                  | prefix: 10.1.0.5/16
                  |         ^
                  help: write 10.1.0.0/16, or 10.1.0.5/32 for that one address
                """, DiagnosticRenderer.render(diagnostics));
        assertEquals("HOST_BITS", only().code());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', value = {
            "017     ; WRONG_TYPE   ; write 17, or 15 if it is octal: YAML readers disagree about the leading zero",
            "0x1F    ; WRONG_TYPE   ; write 31: hexadecimal is not read here",
            "1:30    ; WRONG_TYPE   ; write decimal digits only",
            "1_000   ; WRONG_TYPE   ; write 1000",
            "+5      ; WRONG_TYPE   ; write decimal digits only",
            "4.0     ; WRONG_TYPE   ; write decimal digits only",
            "08      ; WRONG_TYPE   ; write decimal digits only",
            "\"443\" ; WRONG_TYPE   ; remove the quotes",
            "many    ; WRONG_TYPE   ; write digits without quotes",
            "0       ; OUT_OF_RANGE ; write a number in that range",
            "65536   ; OUT_OF_RANGE ; write a number in that range",
            "99999999999999999999999; OUT_OF_RANGE; write a number in that range",
            "-1      ; OUT_OF_RANGE ; write a number in that range"})
    void wholeNumbersAreDecimal(String written, String code, String remedy) {
        assertEquals(Optional.empty(), fields("port: " + written).integer("port", 1, 65535));
        assertEquals(code, only().code());
        assertEquals(remedy, only().remedy());
        assertEquals(7, only().at().column());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', value = {"yes; write true", "On; write true", "no; write false", "OFF; write false",
            "True; write true", "'\"true\"'; remove the quotes", "1; write true or false"})
    void truthValuesAreTrueOrFalse(String written, String remedy) {
        assertEquals(Optional.empty(), fields("on: " + written).bool("on"));
        assertEquals("WRONG_TYPE", only().code());
        assertEquals(remedy, only().remedy());
    }

    @Test
    void noValueIsNoText() {
        Fields fields = fields("a:\nb: null\nc: []\nd: {}\ne: ~\n");
        for (String key : List.of("a", "b", "c", "d", "e")) {
            assertEquals(Optional.empty(), fields.text(key));
        }
        assertEquals(List.of("1:3 MISSING_VALUE", "2:4 MISSING_VALUE", "3:4 WRONG_TYPE", "4:4 WRONG_TYPE",
                "5:4 MISSING_VALUE"), problems());
    }

    @Test
    void aSingleValueIsNoList() {
        assertEquals(List.of(), fields("publicIps: 20.0.0.10").list("publicIps"));
        assertEquals("'publicIps' is a list, but this is a single value", only().problem());
        assertEquals("write [20.0.0.10]", only().remedy());
    }

    @Test
    void itemsThatAreWrongAreReportedOneByOne() {
        List<IpPrefix> parsed = fields("r:\n  - 10.0.0.0/8\n  - 10.0.0.1/8\n  - [x]\n  -\n  - 10.0.0.0/33\n")
                .parseEach("r", IpPrefix::parse);
        assertEquals(List.of(IpPrefix.parse("10.0.0.0/8")), parsed);
        assertEquals(List.of("3:5 HOST_BITS", "4:5 WRONG_TYPE", "5:4 MISSING_VALUE", "6:5 INVALID_VALUE"), problems());
    }

    @Test
    void keysAreNotMissedInWhatIsNoMapping() {
        Fields inner = fields("inner: 5").mapping("inner").orElseThrow();
        inner.require("name");
        inner.finish();
        assertEquals("'inner' is a mapping of keys to values, but this is a single value", only().problem());
    }

    @Test
    void enumerationsListTheirWords() {
        Fields fields = fields("a: Standrad\nb: standard\n");
        fields.oneOf("a", List.of("Basic", "Standard", "Premium"));
        fields.oneOf("b", List.of("Basic", "Standard", "Premium"));
        assertEquals("did you mean 'Standard'? known: Standard, Basic, Premium", diagnostics.all().get(0).remedy());
        assertEquals("write Standard: upper and lower case matter here", diagnostics.all().get(1).remedy());
    }

    @Test
    void keysHaveTheirPlaces() {
        Fields fields = fields("a: 1\nb:\n  c: 2\n");
        assertEquals("t.yaml:2:1", fields.keyAt("b").toString());
        assertEquals("t.yaml:3:3", fields.valueAt("b").toString());
        assertEquals("t.yaml:1:1", fields.keyAt("z").toString());
        assertTrue(fields.has("a"));
        assertEquals(List.of("b"), fields.unread().stream().map(entry -> entry.key().text()).toList());
    }
}
