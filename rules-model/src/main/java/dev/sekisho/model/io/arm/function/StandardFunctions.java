package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.FunctionTable;
import dev.sekisho.model.io.arm.expression.Functions;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All functions that need nothing but their arguments.
public final class StandardFunctions {
    /// The functions, family by family.
    public static final List<TemplateFunction> ALL = Stream
            .of(LogicFunctions.ALL, NumberFunctions.ALL, StringFunctions.ALL, EncodingFunctions.ALL,
                    HashFunctions.ALL, ArrayFunctions.ALL, SetFunctions.ALL, ObjectFunctions.ALL, LambdaFunctions.ALL,
                    CidrFunctions.ALL, DateFunctions.ALL, RuntimeFunctions.ALL)
            .flatMap(List::stream).toList();

    /// The functions by name. Every name that begins with `list` is one too: resource types bring their own such as
    /// `listCredentials`, and only Azure knows what they give.
    public static final Functions TABLE = new Functions() {
        private final FunctionTable table = FunctionTable.of(ALL);

        @Override
        public Optional<TemplateFunction> find(String name) {
            Optional<TemplateFunction> found = table.find(name);
            return found.isEmpty() && name.regionMatches(true, 0, "list", 0, 4)
                    ? Optional.of(TemplateFunction.lazy(name, 1, 3, Call::unknown)) : found;
        }

        @Override
        public Collection<String> names() {
            return table.names();
        }
    };

    private StandardFunctions() {}
}
