package dev.sekisho.model.io.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a property holds, and what becomes of it.
public sealed interface Meaning {

    /// A single value that is kept.
    enum Single implements Meaning {
        /// Text as it stands. Numbers where Azure has text are taken with a note.
        TEXT,
        /// A whole number. Quoted digits are taken with a note.
        NUMBER,
        /// `true` or `false`, also quoted.
        TRUTH,
        /// Another resource: its id as text, or an object with an `id`.
        REFERENCE,
        /// One text where the canonical form has a list of them.
        LISTED,
        /// Texts joined by commas, as Azure itself writes them, where the canonical form has a list of them.
        JOINED
    }

    /// One of Azure's words, in any letter case.
    ///
    /// @param words the spellings of Azure's API in the order in which it declares them, which is how exports that
    ///        write words as numbers count
    record Word(List<String> words) implements Meaning {
        public Word {
            words = List.copyOf(words);
        }
    }

    /// A list. A single value stands for a list of one, and single values joined by commas for several.
    record Many(Meaning each) implements Meaning {}

    /// An object with a shape of its own.
    record Part(Shape shape) implements Meaning {}

    /// An object whose shape one of its properties tells. Where that is missing, the shape that knows most of the
    /// object's properties is taken.
    ///
    /// @param key the property that tells, with the words that stand for the shapes
    record Variant(String key, SequencedMap<String, Shape> shapes) implements Meaning {
        public Variant {
            shapes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shapes));
        }
    }

    /// An object of which the value of one property is kept, in place of the object.
    ///
    /// @param key the canonical name of that property
    record Inner(Shape shape, String key) implements Meaning {}

    /// Nothing of it decides what can be reached.
    ///
    /// @param why the reason, for the documentation
    record Left(String why) implements Meaning {}

    /// It may decide what can be reached, but is not modelled, and is reported where it is set.
    ///
    /// @param why what holds instead, or what follows
    /// @param harmless values that say what is taken to hold anyway, and are not reported
    record NotModelled(String why, List<String> harmless) implements Meaning {
        public NotModelled {
            harmless = List.copyOf(harmless);
        }
    }
}
