package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.NodeValues;
import dev.sekisho.model.io.arm.value.Value;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.SourceFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.shallow;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Texts that carry other texts: Base64, URIs, data URIs, JSON.
///
/// Sources: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string, and
/// template-functions-object for `json`
final class EncodingFunctions {
    private static final String UNRESERVED = "-_.~";
    private static final String BASE64_MARK = ";base64,";

    static final List<TemplateFunction> ALL = List.of(
            shallow("base64", 1, 1, call -> call.result(encode(call.text(0)))),
            shallow("base64ToString", 1, 1, call -> call.result(decode(call, call.text(0)))),
            shallow("base64ToJson", 1, 1, call -> json(call, decode(call, call.text(0)))),
            shallow("json", 1, 1, call -> json(call, call.text(0))),
            shallow("dataUri", 1, 1,
                    call -> call.result("data:text/plain;charset=utf8" + BASE64_MARK + encode(call.text(0)))),
            shallow("dataUriToString", 1, 1, EncodingFunctions::dataUriToString),
            shallow("uri", 2, 2, call -> call.result(uri(call.text(0), call.text(1)))),
            shallow("uriComponent", 1, 1, call -> call.result(escape(call.text(0)))),
            shallow("uriComponentToString", 1, 1, call -> call.result(unescape(call, call.text(0)))));

    private EncodingFunctions() {}

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String decode(Call call, String text) {
        try {
            return text(call, Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw call.refuse("gets a text that is not Base64");
        }
    }

    private static String text(Call call, byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw call.refuse("gets bytes that are no UTF-8");
        }
    }

    private static Value json(Call call, String text) {
        Diagnostics problems = new Diagnostics();
        call.spend(text.length() / 8);
        return JsonTree.read(SourceFile.of("json", text), JsonTree.Dialect.RELAXED, problems)
                .filter(_ -> !problems.hasErrors()).map(node -> NodeValues.literal(node, call.at()))
                .orElseThrow(() -> call.refuse("gets a text that is no JSON: " + problems.all().getFirst().problem()));
    }

    private static Value dataUriToString(Call call) {
        String uri = call.text(0);
        int comma = uri.indexOf(',');
        if (!uri.regionMatches(true, 0, "data:", 0, 5) || comma < 0) {
            throw call.refuse("gets a text that is no data URI");
        }
        String content = uri.substring(comma + 1);
        boolean encoded = uri.substring(0, comma + 1).toLowerCase(Locale.ROOT).endsWith(BASE64_MARK);
        return call.result(encoded ? decode(call, content) : unescape(call, content));
    }

    /// Behind a final slash the relative part is appended, otherwise it takes the place of the last segment.
    private static String uri(String base, String relative) {
        String rest = relative.startsWith("/") ? relative.substring(1) : relative;
        if (base.endsWith("/")) {
            return base + rest;
        }
        int authority = base.indexOf("//");
        int lastSlash = base.lastIndexOf('/');
        return lastSlash < 0 || lastSlash == authority + 1 ? base + "/" + rest
                : base.substring(0, lastSlash + 1) + rest;
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 128 && Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append("%%%02X".formatted((int) c));
            }
        }
        return out.toString();
    }

    private static String unescape(Call call, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                bytes[length++] = (byte) (16 * high + low);
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return text(call, java.util.Arrays.copyOf(bytes, length));
    }
}
