package dev.sekisho.model.io.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One property of a [Shape].
///
/// @param names the names that it has in files, in any letter case; the first is that of Azure's API
/// @param canonical the name that it has in Sekisho's own files
public record Property(List<String> names, String canonical, Meaning meaning) {
    public Property {
        names = List.copyOf(names);
    }

    static Property text(String name) {
        return of(name, Meaning.Single.TEXT);
    }

    static Property texts(String name) {
        return of(name, new Meaning.Many(Meaning.Single.TEXT));
    }

    static Property listed(String name) {
        return of(name, Meaning.Single.LISTED);
    }

    static Property joined(String name) {
        return of(name, Meaning.Single.JOINED);
    }

    static Property number(String name) {
        return of(name, Meaning.Single.NUMBER);
    }

    static Property truth(String name) {
        return of(name, Meaning.Single.TRUTH);
    }

    static Property reference(String name) {
        return of(name, Meaning.Single.REFERENCE);
    }

    static Property references(String name) {
        return of(name, new Meaning.Many(Meaning.Single.REFERENCE));
    }

    static Property word(String name, String... words) {
        return of(name, new Meaning.Word(List.of(words)));
    }

    static Property words(String name, String... words) {
        return of(name, new Meaning.Many(new Meaning.Word(List.of(words))));
    }

    static Property part(String name, Shape shape) {
        return of(name, new Meaning.Part(shape));
    }

    static Property parts(String name, Shape shape) {
        return of(name, new Meaning.Many(new Meaning.Part(shape)));
    }

    static Property inner(String name, Shape shape, String key) {
        return of(name, new Meaning.Inner(shape, key));
    }

    static Property inners(String name, Shape shape, String key) {
        return of(name, new Meaning.Many(new Meaning.Inner(shape, key)));
    }

    /// @param harmless values that need no report
    static Property notModelled(String name, String why, String... harmless) {
        return of(name, new Meaning.NotModelled(why, List.of(harmless)));
    }

    static Property of(String name, Meaning meaning) {
        return new Property(List.of(name), name, meaning);
    }

    /// Returns the same property under another name in Sekisho's own files.
    Property as(String otherCanonical) {
        return new Property(names, otherCanonical, meaning);
    }

    /// Returns the same property, which some dialect calls otherwise.
    Property orCalled(String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(Arrays.asList(more));
        return new Property(all, canonical, meaning);
    }
}
