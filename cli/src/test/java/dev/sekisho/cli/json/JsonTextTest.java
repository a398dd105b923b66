package dev.sekisho.cli.json;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class JsonTextTest {
    record Row(String zone, int alpha, Optional<String> middle, List<String> names) {}

    @Test
    void keepsTheOrderOfComponentsAndIndentsByTwoSpaces() {
        assertEquals("""
                {
                  "zone": "z",
                  "alpha": 7,
                  "middle": null,
                  "names": [
                    "a",
                    "b"
                  ]
                }""", JsonText.of(new Row("z", 7, Optional.empty(), List.of("a", "b"))));
    }
}
