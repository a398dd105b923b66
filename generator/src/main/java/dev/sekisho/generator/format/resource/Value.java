package dev.sekisho.generator.format.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A value in the body of a resource: JSON, plus references that each format writes in its own way.
public sealed interface Value {
    /// Text as it is.
    record Text(String text) implements Value {}

    /// A whole number.
    record Number(int number) implements Value {}

    /// True or false.
    record Flag(boolean on) implements Value {}

    /// A list.
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// The value of a parameter.
    record ParameterValue(Parameter parameter) implements Value {}

    /// The id of a resource, known by its symbol.
    record IdOf(String symbol) implements Value {}

    /// An object; its fields keep their order.
    record Fields(List<Field> fields) implements Value {
        /// One name with its value.
        public record Field(String name, Value value) {}

        /// No field.
        public static final Fields NONE = new Fields(List.of());

        public Fields {
            fields = List.copyOf(fields);
        }

        /// Returns these fields and one more.
        public Fields with(String name, Value value) {
            List<Field> more = new ArrayList<>(fields);
            more.add(new Field(name, value));
            return new Fields(more);
        }

        /// Returns these fields and one text more.
        public Fields with(String name, String text) {
            return with(name, new Text(text));
        }

        /// Returns these fields and one text more, unless it is empty.
        public Fields withAny(String name, String text) {
            return text.isEmpty() ? this : with(name, new Text(text));
        }

        /// Returns these fields and one list more, unless it is empty: Azure drops empty lists, so they say nothing.
        public Fields withAny(String name, List<? extends Value> items) {
            return items.isEmpty() ? this : with(name, new Items(List.copyOf(items)));
        }

        /// Returns these fields and a list of the items' texts, unless it is empty.
        public Fields withTexts(String name, List<?> items) {
            return withAny(name, texts(items));
        }

        /// Returns these fields and then the others.
        public Fields and(Fields others) {
            return new Fields(Stream.concat(fields.stream(), others.fields.stream()).toList());
        }
    }

    /// Returns the items' texts as values.
    static List<Value> texts(List<?> items) {
        return items.stream().<Value>map(item -> new Text(item.toString())).toList();
    }

    /// Returns the symbols of all resources that this value refers to, in order of appearance.
    default Stream<String> references() {
        return switch (this) {
            case IdOf(String symbol) -> Stream.of(symbol);
            case Items(List<Value> items) -> items.stream().flatMap(Value::references);
            case Fields(List<Fields.Field> fields) -> fields.stream().flatMap(field -> field.value().references());
            case Text _,Number _,Flag _,ParameterValue _ -> Stream.empty();
        };
    }
}
