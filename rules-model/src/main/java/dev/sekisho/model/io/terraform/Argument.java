package dev.sekisho.model.io.terraform;

/// What becomes of one argument of the provider.
sealed interface Argument {

    /// How a value is turned into that of the property.
    enum Form {
        /// It is the same.
        SAME,
        /// The truth value is turned round.
        NOT,
        /// `true` is `Enabled`, `false` is `Disabled`.
        ENABLED,
        /// `true` is `Disabled`, `false` is `Enabled`.
        DISABLED,
        /// A single value becomes a list of one.
        ONE,
        /// An id becomes an object with an `id`.
        REFERENCE,
        /// Each id of a list becomes an object with an `id`.
        REFERENCES,
        /// An id stays text.
        ID,
        /// Each id of a list stays text.
        IDS,
        /// Each text of a list becomes an object with a `service`.
        SERVICES,
        /// Each address of a list becomes an object with an `address`.
        ADDRESSES,
        /// Each address of a list becomes an object with an `ipv4Address`.
        RECORDS,
        /// A list becomes one text, joined by commas.
        JOINED,
        /// A truth value or number becomes text.
        TEXT;

        boolean refers() {
            return this == REFERENCE || this == REFERENCES || this == ID || this == IDS;
        }
    }

    /// Who tells a value that is not known when the plan is made.
    enum Source {
        /// The configuration.
        CONFIGURED,
        /// The configuration, or the provider where the configuration is silent; a value that is not known then says
        /// nothing.
        PROVIDER,
        /// Azure assigns it.
        ASSIGNED
    }

    /// It sets a property.
    ///
    /// @param path the names of the property and the objects around it, separated by slashes; `0` is a new item of a
    ///        list, and a slash at the beginning is the whole resource, where the property is set unless something is
    ///        there already
    /// @param usual a value that says nothing, because it is what Azure takes anyway; empty where there is none
    record Property(String path, Form form, Source source, String usual) implements Argument {
        /// Returns the same, without a word where the value is that.
        Property unless(String value) {
            return new Property(path, form, source, value);
        }

        /// Returns the same, which the provider tells where the configuration is silent.
        Property orProvider() {
            return new Property(path, form, Source.PROVIDER, usual);
        }

        /// Returns the same, which Azure assigns.
        Property assigned() {
            return new Property(path, form, Source.ASSIGNED, usual);
        }
    }

    /// It is a block of more arguments: an object of which there is one.
    record Single(String path, Block block) implements Argument {}

    /// It is a list of blocks, and each is an item of the property.
    record Items(String path, Block block, Source source) implements Argument {
        /// Returns the same, which the provider tells where the configuration is silent.
        Items orProvider() {
            return new Items(path, block, Source.PROVIDER);
        }
    }

    /// It does not decide what can be reached.
    record Left(String why) implements Argument {}

    /// It may decide what can be reached, and is reported where it is set.
    record NotModelled(String why) implements Argument {}

    static Property to(String path) {
        return new Property(path, Form.SAME, Source.CONFIGURED, "");
    }

    static Property to(String path, Form form) {
        return new Property(path, form, Source.CONFIGURED, "");
    }

    static Single object(String path, Block block) {
        return new Single(path, block);
    }

    static Items items(String path, Block block) {
        return new Items(path, block, Source.CONFIGURED);
    }
}
