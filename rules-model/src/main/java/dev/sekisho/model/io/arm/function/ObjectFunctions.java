package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.Parts;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.ANY;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.lazy;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.shallow;

/// Objects and the way to their parts.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object
final class ObjectFunctions {
    static final List<TemplateFunction> ALL = List.of(
            lazy("createObject", 0, ANY, ObjectFunctions::createObject),
            shallow("items", 1, 1, ObjectFunctions::items),
            shallow("objectKeys", 1, 1, call -> call.result(sorted(call).stream()
                    .map(member -> new Value.Text(member.at(), member.name())).toList())),
            lazy("tryGet", 2, ANY, ObjectFunctions::tryGet),
            lazy("indexFromEnd", 2, 2, call -> fromEnd(call, false)),
            lazy("tryIndexFromEnd", 2, ANY, call -> fromEnd(call, true)));

    private ObjectFunctions() {}

    private static Value createObject(Call call) {
        if (call.count() % 2 != 0) {
            throw call.refuse("needs names and values in turn, but gets " + call.count() + " arguments");
        }
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < call.count(); i += 2) {
            if (!call.value(i).isKnown()) {
                return call.unknown();
            }
            members.add(new Member(call.at(), call.text(i), call.value(i + 1)));
        }
        return call.resultOf(members);
    }

    /// The members by name, which is the order that Azure promises.
    private static List<Member> sorted(Call call) {
        call.spend(call.members(0).count());
        return call.members(0).members().stream()
                .sorted(Comparator.comparing(Member::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    private static Value items(Call call) {
        return call.result(sorted(call).stream()
                .map(member -> call.resultOf(List.of(Member.of("key", new Value.Text(member.at(), member.name())),
                        Member.of("value", member.value()))))
                .toList());
    }

    // The first name or index may be missing; what is behind it follows the path of what is there.
    private static Value tryGet(Call call) {
        Value value = call.value(0);
        for (int i = 1; i < call.count() && !(value instanceof Value.Nothing); i++) {
            value = Parts.of(value, call.value(i), i == 1, call.at());
        }
        return value;
    }

    private static Value fromEnd(Call call, boolean safe) {
        Value value = call.value(0);
        if (value instanceof Value.Nothing && safe) {
            return value;
        }
        if (value instanceof Value.Unknown || value instanceof Value.Deployed || !call.value(1).isKnown()) {
            return call.unknown();
        }
        if (!(value instanceof Items list)) {
            throw call.wrong(0, "an array");
        }
        Value found = Parts.of(list, new Value.Whole(call.at(), list.items().size() - call.whole(1)), safe, call.at());
        for (int i = 2; i < call.count() && !(found instanceof Value.Nothing); i++) {
            found = Parts.of(found, call.value(i), false, call.at());
        }
        return found;
    }
}
