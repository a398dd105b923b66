package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.ANY;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.shallow;

/// What arrays or objects have together.
///
/// Sources: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array and
/// template-functions-object
final class SetFunctions {
    static final List<TemplateFunction> ALL = List.of(
            shallow("union", 1, ANY, SetFunctions::union),
            shallow("intersection", 1, ANY, SetFunctions::intersection),
            shallow("shallowMerge", 1, 1, SetFunctions::shallowMerge));

    private SetFunctions() {}

    private static Value union(Call call) {
        call.values(0).forEach(value -> call.spend(value.size() / 4));
        if (call.value(0) instanceof Items) {
            Set<Value> all = new LinkedHashSet<>();
            for (int i = 0; i < call.count(); i++) {
                all.addAll(call.items(i));
            }
            return call.result(new ArrayList<>(all));
        }
        Members all = call.members(0);
        for (int i = 1; i < call.count(); i++) {
            all = merged(all, call.members(i), true);
        }
        return Members.of(call.at(), all.members());
    }

    /// Properties of the second object win; objects in both are merged in turn if that is asked for.
    private static Members merged(Members first, Members second, boolean deep) {
        List<Member> all = new ArrayList<>(first.members());
        for (Member member : second.members()) {
            Optional<Value> old = first.get(member.name());
            if (deep && old.isPresent() && old.get() instanceof Members inner
                    && member.value() instanceof Members other) {
                all.add(new Member(member.at(), member.name(), merged(inner, other, true)));
            } else {
                all.add(member);
            }
        }
        return Members.of(first.at(), all);
    }

    private static Value shallowMerge(Call call) {
        Members all = Members.of(call.at());
        for (Value item : call.items(0)) {
            switch (item) {
                case Members object -> {
                    call.spend((long) all.count() + object.count());
                    all = merged(all, object, false);
                }
                case Value.Unknown _,Value.Deployed _ -> {
                    return call.unknown();
                }
                case Value _ -> throw call.refuse("needs an array of objects, but one item is " + item.kind());
            }
        }
        return all;
    }

    private static Value intersection(Call call) {
        if (call.values(0).stream().anyMatch(value -> !value.isKnown())) {
            return call.unknown();
        }
        call.values(0).forEach(value -> call.spend(value.size() / 4));
        if (call.value(0) instanceof Items) {
            Set<Value> common = new LinkedHashSet<>(call.items(0));
            for (int i = 1; i < call.count(); i++) {
                common.retainAll(new HashSet<>(call.items(i)));
            }
            return call.result(new ArrayList<>(common));
        }
        Members common = call.members(0);
        for (int i = 1; i < call.count(); i++) {
            common = common(common, call.members(i));
        }
        return Members.of(call.at(), common.members());
    }

    private static Members common(Members first, Members second) {
        List<Member> common = new ArrayList<>();
        for (Member member : first.members()) {
            second.get(member.name()).ifPresent(other -> {
                if (member.value() instanceof Members inner && other instanceof Members otherInner) {
                    common.add(new Member(member.at(), member.name(), common(inner, otherInner)));
                } else if (member.value().equals(other)) {
                    common.add(member);
                }
            });
        }
        return Members.of(first.at(), common);
    }
}
