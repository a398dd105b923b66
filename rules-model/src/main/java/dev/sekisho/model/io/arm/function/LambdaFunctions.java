package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.Refusal;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.ANY;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.lazy;

/// Functions that apply a lambda to every part of an array or object.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda
final class LambdaFunctions {
    static final List<TemplateFunction> ALL = List.of(
            lazy("map", 2, 2, LambdaFunctions::map),
            lazy("filter", 2, 2, LambdaFunctions::filter),
            lazy("reduce", 3, 3, LambdaFunctions::reduce),
            lazy("sort", 2, 2, LambdaFunctions::sort),
            lazy("toObject", 2, 3, LambdaFunctions::toObject),
            lazy("groupBy", 2, 2, LambdaFunctions::groupBy),
            lazy("mapValues", 2, 2, LambdaFunctions::mapValues),
            lazy("lambdaVariables", 1, 1, call -> call.frame().lambdaVariable(call.text(0))
                    .orElseThrow(() -> call.refuse("finds no variable '" + call.text(0) + "' in the lambdas around"))),
            lazy("lambda", 1, ANY, call -> {
                throw call.refuse("stands where no function expects it");
            }));

    private LambdaFunctions() {}

    private static Value unknown(Call call) {
        return call.unknown(LambdaNotation.of(call));
    }

    private static boolean isUnknown(Value value) {
        return value instanceof Value.Unknown || value instanceof Value.Deployed;
    }

    private static Value map(Call call) {
        if (isUnknown(call.value(0))) {
            return unknown(call);
        }
        Lambda lambda = Lambda.of(call, 1, 1, 2);
        List<Value> mapped = new ArrayList<>();
        for (Value item : call.items(0)) {
            mapped.add(lambda.apply(item, index(call, mapped.size())));
        }
        return call.result(mapped);
    }

    private static Value filter(Call call) {
        if (isUnknown(call.value(0))) {
            return unknown(call);
        }
        Lambda lambda = Lambda.of(call, 1, 1, 2);
        List<Value> kept = new ArrayList<>();
        long index = 0;
        for (Value item : call.items(0)) {
            switch (lambda.apply(item, index(call, index++))) {
                case Value.Truth(_, boolean holds) -> {
                    if (holds) {
                        kept.add(item);
                    }
                }
                case Value.Unknown _,Value.Deployed _ -> {
                    return unknown(call);
                }
                case Value other -> throw notTruth(other);
            }
        }
        return call.result(kept);
    }

    private static Value reduce(Call call) {
        if (isUnknown(call.value(0))) {
            return unknown(call);
        }
        Lambda lambda = Lambda.of(call, 2, 2, 3);
        Value current = call.value(1);
        long index = 0;
        for (Value item : call.items(0)) {
            current = lambda.apply(current, item, index(call, index++));
        }
        return current;
    }

    // A merge sort of our own: a comparison that contradicts itself must not be able to stop it.
    private static Value sort(Call call) {
        if (isUnknown(call.value(0))) {
            return unknown(call);
        }
        return sorted(Lambda.of(call, 1, 2, 2), call.items(0)).<Value>map(call::result).orElseGet(() -> unknown(call));
    }

    private static Optional<List<Value>> sorted(Lambda isBefore, List<Value> items) {
        if (items.size() < 2) {
            return Optional.of(items);
        }
        Optional<List<Value>> left = sorted(isBefore, items.subList(0, items.size() / 2));
        Optional<List<Value>> right = sorted(isBefore, items.subList(items.size() / 2, items.size()));
        return left.isEmpty() || right.isEmpty() ? Optional.empty() : merged(isBefore, left.get(), right.get());
    }

    private static Optional<List<Value>> merged(Lambda isBefore, List<Value> left, List<Value> right) {
        List<Value> all = new ArrayList<>(left.size() + right.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            switch (isBefore.apply(right.get(r), left.get(l))) {
                case Value.Truth(_, boolean holds) -> all.add(holds ? right.get(r++) : left.get(l++));
                case Value.Unknown _,Value.Deployed _ -> {
                    return Optional.empty();
                }
                case Value other -> throw notTruth(other);
            }
        }
        all.addAll(left.subList(l, left.size()));
        all.addAll(right.subList(r, right.size()));
        return Optional.of(all);
    }

    private static Value toObject(Call call) {
        if (isUnknown(call.value(0))) {
            return unknown(call);
        }
        Lambda name = Lambda.of(call, 1, 1, 2);
        Optional<Lambda> value = call.count() == 3 ? Optional.of(Lambda.of(call, 2, 1, 2)) : Optional.empty();
        List<Member> members = new ArrayList<>();
        long index = 0;
        for (Value item : call.items(0)) {
            Value position = index(call, index++);
            Value key = name.apply(item, position);
            if (isUnknown(key)) {
                return unknown(call);
            }
            members.add(new Member(item.at(), text(key),
                    value.map(lambda -> lambda.apply(item, position)).orElse(item)));
        }
        return call.resultOf(members);
    }

    private static Value groupBy(Call call) {
        if (isUnknown(call.value(0))) {
            return unknown(call);
        }
        Lambda name = Lambda.of(call, 1, 1, 2);
        Map<String, List<Value>> groups = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        long index = 0;
        for (Value item : call.items(0)) {
            Value key = name.apply(item, index(call, index++));
            if (isUnknown(key)) {
                return unknown(call);
            }
            String group = names.computeIfAbsent(Members.fold(text(key)), _ -> text(key));
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(item);
        }
        List<Member> members = new ArrayList<>();
        groups.forEach((group, items) -> members.add(Member.of(group, Items.of(call.at(), items))));
        return call.resultOf(members);
    }

    private static Value mapValues(Call call) {
        if (isUnknown(call.value(0))) {
            return unknown(call);
        }
        Lambda lambda = Lambda.of(call, 1, 1, 1);
        return call.resultOf(call.members(0).members().stream()
                .map(member -> new Member(member.at(), member.name(), lambda.apply(member.value()))).toList());
    }

    private static Value index(Call call, long index) {
        return call.result(index);
    }

    private static String text(Value key) {
        return TextParts.plain(key).orElseThrow(() -> new Refusal("needs a lambda that gives texts, not "
                + key.kind()));
    }

    private static Refusal notTruth(Value other) {
        return new Refusal("needs a lambda that gives true or false, not " + other.kind());
    }
}
