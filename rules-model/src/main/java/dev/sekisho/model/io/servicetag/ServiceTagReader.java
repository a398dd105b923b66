package dev.sekisho.model.io.servicetag;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.servicetag.PublishedTag;
import dev.sekisho.model.servicetag.TagRelease;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads one service-tag file into a [TagRelease].
///
/// Keys that are not known are passed over, because Microsoft adds some now and then. A prefix that cannot be read is an
/// error: a tag with a part missing would answer wrongly and without a sign.
public final class ServiceTagReader {
    /// The most that is read of a file, also after unpacking: 64 MiB. The largest real one has 5 MiB.
    public static final long LIMIT = 64L << 20;

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int LOOKED_AT = 4096;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DAY = Pattern.compile("(?<![0-9])20[0-9]{6}(?![0-9])");

    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final JsonParser parser;
    private final Map<ServiceTagName, PublishedTag> tags = new TreeMap<>();
    private final Map<String, IpPrefix> prefixes = new HashMap<>();
    private Optional<String> cloud = Optional.empty();
    private OptionalInt changeNumber = OptionalInt.empty();
    private boolean listed;

    private ServiceTagReader(SourceFile file, JsonParser parser, Diagnostics diagnostics) {
        this.file = file;
        this.parser = parser;
        this.diagnostics = diagnostics;
    }

    /// Whether the text is that of a service-tag file: an object with a change number and a list of values. Looks no
    /// further than it must.
    public static boolean recognises(SourceFile file) {
        String text = file.text();
        if (!text.substring(0, Math.min(LOOKED_AT, text.length())).contains("\"changeNumber\"")) {
            return false;
        }
        try (JsonParser parser = open(file)) {
            boolean numbered = false;
            boolean listed = false;
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (!(numbered && listed) && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    numbered |= parser.currentName().equals("changeNumber");
                    listed |= parser.currentName().equals("values") && parser.nextToken() == JsonToken.START_ARRAY;
                    if (!(numbered && listed)) {
                        skipValue(parser);
                    }
                }
            }
            return numbered && listed;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static void skipValue(JsonParser parser) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            parser.nextToken();
        }
        parser.skipChildren();
    }

    /// Reads a file, plain or gzip'd. What stands in the way is reported and gives nothing.
    public static Optional<TagRelease> read(Path path, Diagnostics diagnostics) {
        return SourceFile.read(path, diagnostics, LIMIT).flatMap(file -> read(file, diagnostics));
    }

    /// Reads a file whose text is already known. Gives nothing where the text is no such file at all; where single tags
    /// or prefixes are wrong, they are reported and the rest is given.
    public static Optional<TagRelease> read(SourceFile file, Diagnostics diagnostics) {
        try (JsonParser parser = open(file)) {
            return new ServiceTagReader(file, parser, diagnostics).release();
        } catch (JacksonException e) {
            explain(file, e, diagnostics);
            return Optional.empty();
        }
    }

    /// The reader of trees has the words for broken JSON and knows its place; what it would accept is too long or too deep
    /// for this kind of file.
    private static void explain(SourceFile file, JacksonException fault, Diagnostics diagnostics) {
        long before = diagnostics.count(Severity.ERROR);
        JsonTree.read(file, JsonTree.Dialect.STRICT, diagnostics);
        if (diagnostics.count(Severity.ERROR) == before) {
            diagnostics.error("JSON_SYNTAX", SourceLocation.startOf(file.name()),
                    "this is no service-tag file: " + fault.getOriginalMessage(), "check that it is the right file");
        }
    }

    private static JsonParser open(SourceFile file) {
        return JSON.createParser(ObjectReadContext.empty(), file.text().toCharArray());
    }

    private Optional<TagRelease> release() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            wrong("a service-tag file is one JSON object");
            return Optional.empty();
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "cloud" -> cloud = text("the cloud");
                case "changeNumber" -> changeNumber = number("the change number");
                case "values" -> eachItem("the values", this::tag);
                default -> parser.skipChildren();
            }
            listed |= key.equals("values");
        }
        if (parser.nextToken() != null) {
            wrong("the file ends where its object ends, but something follows");
        }
        missing("cloud", cloud.isPresent());
        missing("changeNumber", changeNumber.isPresent());
        missing("values", listed);
        return listed && cloud.isPresent() && changeNumber.isPresent()
                ? Optional.of(new TagRelease(cloud.get(), changeNumber.getAsInt(), day(file.name()),
                        SourceLocation.startOf(file.name()), tags.values()))
                : Optional.empty();
    }

    private void missing(String key, boolean there) {
        if (!there) {
            diagnostics.error("MISSING_KEY", SourceLocation.startOf(file.name()),
                    "a service-tag file says '" + key + "', this one does not",
                    "fetch the file again, or check that it is the right one");
        }
    }

    /// The day in a name such as `ServiceTags_Public_20260706.json`.
    private static Optional<LocalDate> day(String fileName) {
        Matcher day = DAY
                .matcher(fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
        try {
            return day.find() ? Optional.of(LocalDate.parse(day.group(), DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// What is known of the tag that is being read; the keys may come in any order.
    private static final class Draft {
        private Optional<ServiceTagName> name = Optional.empty();
        private String region = "";
        private String systemService = "";
        private final List<IpPrefix> prefixes = new ArrayList<>();
        private boolean prefixesListed;
    }

    private void tag() {
        SourceLocation at = here();
        Draft draft = new Draft();
        eachKey("a tag", key -> {
            switch (key) {
                case "name" -> draft.name = text("the name of a tag").flatMap(this::tagName);
                case "properties" -> eachKey("the properties of a tag", property -> property(property, draft));
                default -> parser.skipChildren();
            }
        });
        if (!draft.prefixesListed) {
            diagnostics.error("MISSING_KEY", at, "a tag has 'properties' with 'addressPrefixes', this one does not",
                    "");
        }
        draft.name.ifPresentOrElse(name -> add(name, draft, at), () -> diagnostics.error("MISSING_KEY", at,
                "a tag has a 'name', this one has none that can be read", ""));
    }

    private void add(ServiceTagName name, Draft draft, SourceLocation at) {
        PublishedTag tag = new PublishedTag(name, draft.region, draft.systemService, draft.prefixes);
        if (tags.putIfAbsent(name, tag) != null) {
            diagnostics.error("DUPLICATE_NAME", at, "the service tag " + name + " is there twice",
                    "the first one is used");
        }
    }

    private void property(String key, Draft draft) {
        switch (key) {
            case "region" -> draft.region = text("the region").orElse("");
            case "systemService" -> draft.systemService = text("the service").orElse("");
            case "addressPrefixes" -> {
                draft.prefixesListed = true;
                eachItem("the address prefixes", () -> prefix().ifPresent(draft.prefixes::add));
            }
            default -> parser.skipChildren();
        }
    }

    private Optional<ServiceTagName> tagName(String text) {
        try {
            return Optional.of(ServiceTagName.parse(text));
        } catch (IllegalArgumentException e) {
            return invalid(e);
        }
    }

    /// The tags of a service repeat the prefixes of its regions; each is kept once.
    private Optional<IpPrefix> prefix() {
        return text("an address prefix").flatMap(text -> {
            IpPrefix known = prefixes.get(text);
            if (known != null) {
                return Optional.of(known);
            }
            try {
                IpPrefix prefix = IpPrefix.parseAddressOrPrefix(text);
                prefixes.put(text, prefix);
                return Optional.of(prefix);
            } catch (IllegalArgumentException e) {
                return invalid(e);
            }
        });
    }

    private <T> Optional<T> invalid(IllegalArgumentException e) {
        diagnostics.error("INVALID_VALUE", here(), String.valueOf(e.getMessage()), "");
        return Optional.empty();
    }

    private void eachKey(String what, Consumer<String> reader) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            wrong(what + " is an object");
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            reader.accept(key);
        }
    }

    private void eachItem(String what, Runnable reader) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrong(what + " are a list");
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            reader.run();
        }
    }

    private Optional<String> text(String what) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return Optional.of(parser.getString());
        }
        wrong(what + " is a text in quotes");
        return Optional.empty();
    }

    /// Files have a number, the Azure CLI prints it in quotes.
    private OptionalInt number(String what) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT && parser.currentToken() != JsonToken.VALUE_STRING) {
            wrong(what + " is a whole number");
            return OptionalInt.empty();
        }
        String text = parser.getString();
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            wrong(what + " is a whole number, but this is " + Quotation.of(text));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private void wrong(String expected) {
        diagnostics.error("WRONG_TYPE", here(), expected, "");
        parser.skipChildren();
    }

    private SourceLocation here() {
        return file.locationAt((int) parser.currentTokenLocation().getCharOffset());
    }
}
