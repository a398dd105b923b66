package dev.sekisho.simulator.firewall;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class UrlTest {

    @ParameterizedTest
    @CsvSource(value = {"a.example, a.example, '', ''", "a.example/, a.example, /, /",
            "https://a.example:8443/x?q=1#f, a.example, /x?q=1#f, /x", "://a.example/x, a.example, /x, /x",
            "a.example?q, a.example, ?q, ''", "a.example#f, a.example, #f, ''",
            "a.example/x#f?q, a.example, /x#f?q, /x",
            "/x, '', /x, /x", "'', '', '', ''", "a.example/x://y, a.example, /x://y, /x://y",
            "a.example/r?to=https://b.example/y, a.example, /r?to=https://b.example/y, /r",
            "a.example?to=https://b.example, a.example, ?to=https://b.example, ''",
            "a.example#https://b.example, a.example, #https://b.example, ''"})
    void isAHostAndWhatStandsBehindIt(String text, String host, String path, String plainPath) {
        Url url = Url.parse(text);
        assertEquals(plainPath, url.plainPath());
        assertEquals(path, url.path());
        assertEquals(host, url.host());
    }
}
