package dev.sekisho.model.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class UrlPatternTest {

    @ParameterizedTest(name = "{0} and {1}{2}: {3}")
    @CsvSource({
            "www.contoso.com, www.contoso.com, '', MATCH",
            "www.contoso.com, www.contoso.com, /, MATCH",
            "www.contoso.com, www.contoso.com, /?q=1, MATCH",
            "www.contoso.com, www.contoso.com, ?q=1, MATCH",
            "www.contoso.com, www.contoso.com, /x, NO_MATCH_UNLISTED_PATH",
            "www.contoso.com, a.www.contoso.com, /, NO_MATCH",
            "www.contoso.com, contoso.com, /x, NO_MATCH",
            "*.contoso.com, any.contoso.com, /, MATCH",
            "*.contoso.com, sub1.any.contoso.com, '', MATCH",
            "*.contoso.com, any.contoso.com, /x, NO_MATCH_UNLISTED_PATH",
            "*.contoso.com, contoso.com, /, NO_MATCH",
            "*contoso.com, contoso.com, /, MATCH",
            "*contoso.com, example.anycontoso.com, /, MATCH",
            "www.contoso.com/test, www.contoso.com, /test, MATCH",
            "www.contoso.com/test, www.contoso.com, /test/, MATCH",
            "www.contoso.com/test, www.contoso.com, /test?with_query=1, MATCH",
            "www.contoso.com/test, www.contoso.com, /test#part, MATCH",
            "www.contoso.com/test, www.contoso.com, /test/a, NO_MATCH_UNLISTED_PATH",
            "www.contoso.com/test, www.contoso.com, /testing, NO_MATCH",
            "www.contoso.com/test, www.contoso.com, /Test, NO_MATCH",
            "www.contoso.com/test, www.contoso.com, /, NO_MATCH",
            "www.contoso.com/test, www.contoso.com, /other?x=/test, NO_MATCH",
            "www.contoso.com/Test, WWW.Contoso.com., /Test, MATCH",
            "www.contoso.com/test/, www.contoso.com, /test/, MATCH",
            "www.contoso.com/test/, www.contoso.com, /test, NO_MATCH",
            "www.contoso.com/test/, www.contoso.com, /test/a, NO_MATCH_UNLISTED_PATH",
            "www.contoso.com/test/*, www.contoso.com, /test/anything, MATCH",
            "www.contoso.com/test/*, www.contoso.com, /test/any/thing?x=1, MATCH",
            "www.contoso.com/test/*, www.contoso.com, /test/, MATCH",
            "www.contoso.com/test/*, www.contoso.com, /test, NO_MATCH",
            "www.contoso.com/test/*, www.contoso.com, /other?x=/test/a, NO_MATCH",
            "www.contoso.com/test/*, www.contoso.com, /TEST/anything, NO_MATCH",
            "www.contoso.com/test*, www.contoso.com, /testing, MATCH",
            "www.contoso.com/*, www.contoso.com, '', MATCH",
            "www.contoso.com/*, www.contoso.com, /x/y, MATCH",
            "*/x, any.example, /x, MATCH",
            "*, any.example, /, MATCH",
            "*, 10.0.0.4, /, MATCH",
            "*, 10.0.0.4, /x, NO_MATCH_UNLISTED_PATH",
    })
    void matchesUrls(String pattern, String host, String pathAndQuery, UrlMatch expected) {
        assertEquals(expected, UrlPattern.parse(pattern).matches(host, pathAndQuery));
        assertEquals(expected, UrlPattern.parse(pattern).matches(Fqdn.parse(host), pathAndQuery));
    }

    @ParameterizedTest
    @CsvSource({
            "www.contoso.com, www.contoso.com, www.contoso.com, '', false",
            "www.Contoso.com/, www.contoso.com, www.contoso.com, '', false",
            "*.contoso.com, *.contoso.com, *.contoso.com, '', true",
            "www.contoso.com/Test/, www.contoso.com/Test/, www.contoso.com, /Test/, false",
            "www.contoso.com/test/*, www.contoso.com/test/*, www.contoso.com, /test/*, true",
            "*/*, */*, *, /*, true",
    })
    void printsCanonically(String text, String canonical, String host, String path, boolean wildcard) {
        UrlPattern pattern = UrlPattern.parse(text);
        assertEquals(canonical, pattern.toString());
        assertEquals(FqdnPattern.parse(host), pattern.host());
        assertEquals(path, pattern.path());
        assertEquals(wildcard, pattern.isWildcard());
        assertEquals(Optional.of(pattern), UrlPattern.tryParse(canonical));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "https://www.contoso.com | 'https://www.contoso.com' is not a URL pattern: leave out the scheme and write the host first",
            "www.contoso.com:8080 | 'www.contoso.com:8080' is not a URL pattern: a port does not belong to it: the rule's protocols name the port",
            "www.contoso.com:8080/x | 'www.contoso.com:8080/x' is not a URL pattern: a port does not belong to it: the rule's protocols name the port",
            "www.contoso.com?x=1 | 'www.contoso.com?x=1' is not a URL pattern: a query or fragment does not belong to it",
            "www.contoso.com#x | 'www.contoso.com#x' is not a URL pattern: a query or fragment does not belong to it",
            "?x=1 | '?x=1' is not a URL pattern: a query or fragment does not belong to it",
            "#x | '#x' is not a URL pattern: a query or fragment does not belong to it",
            ":80 | ':80' is not a URL pattern: a port does not belong to it: the rule's protocols name the port",
            "www.contoso.com/test?x=1 | '/test?x=1' is not a URL pattern: a query or fragment does not belong to it",
            "www.contoso.com/test#x | '/test#x' is not a URL pattern: a query or fragment does not belong to it",
            "www.contoso.com/t*t | '/t*t' is not a URL pattern: a '*' may only be the last character of the path",
            "www.contoso.com/** | '/**' is not a URL pattern: a '*' may only be the last character of the path",
            "\"www.contoso.com/a b\" | '/a b' is not a URL pattern: a URL carries ' ' in percent form only",
            "www.contoso.com/ü | '/ü' is not a URL pattern: a URL carries 'ü' in percent form only",
            "\"www.contoso.com/a\u007f\" | '/a\\u007f' is not a URL pattern: a URL carries '\\u007f' in percent form only",
            "www.contoso.*/test/* | 'www.contoso.*' is not a host name: a '*' may only be the first character of a pattern",
            "www.*contoso.com | 'www.*contoso.com' is not a host name: a '*' may only be the first character of a pattern",
            "/test | '' is not a host name: it has an empty label: two dots in a row, or a dot at the start",
            "\"\" | '' is not a host name: it has an empty label: two dots in a row, or a dot at the start",
    })
    void saysWhatIsWrong(String text, String problem) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> UrlPattern.parse(text));
        assertEquals(problem, refusal.getMessage());
        assertEquals(Optional.empty(), UrlPattern.tryParse(text));
    }

    @Test
    void refusesAPathThatIsNotCanonical() {
        var slash = assertThrows(IllegalArgumentException.class, () -> new UrlPattern(FqdnPattern.ANY, "/"));
        assertEquals("the path '/' is neither empty nor '/' and something behind it", slash.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new UrlPattern(FqdnPattern.ANY, "x"));
    }

    @Test
    void coversExactlyWhatTheSetsOfUrlsSay() {
        List<String> hosts = List.of("*", "*b", "*.b", "b", "a.b");
        List<String> paths = List.of("", "/*", "/x", "/x/", "/x/*", "/x*", "/xy", "/x/y", "/x/y/*");
        List<UrlPattern> patterns = new ArrayList<>();
        hosts.forEach(host -> paths.forEach(path -> patterns.add(UrlPattern.parse(host + path))));
        List<String> names = List.of("a", "b", "a.b", "ab", "c.b", "a.a.b", "c.a.b", "cb");
        List<String> asked = List.of(
                "/", "/x", "/x/", "/xy", "/xy/", "/xz", "/x/y", "/x/y/", "/x/y/z", "/x/z", "/z", "/y/x");
        for (UrlPattern a : patterns) {
            for (UrlPattern b : patterns) {
                boolean included = true;
                for (String name : names) {
                    for (String path : asked) {
                        included &= b.matches(name, path) != UrlMatch.MATCH || a.matches(name, path) == UrlMatch.MATCH;
                    }
                }
                assertEquals(included, a.covers(b), a + " covers " + b);
            }
        }
    }
}
