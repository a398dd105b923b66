package dev.sekisho.model.io.arm;

import dev.sekisho.model.io.arm.value.Declared;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.Value;
import java.util.List;
import java.util.Optional;

/// A declared value as what is known of a deployed one: single values are as declared, objects and lists may have more
/// parts after deployment.
///
/// @param name     the expression that stands for it
/// @param declared what is known
/// @param id       the id of the resource whose properties these are; parts of it that have names have ids below it
record KnownParts(String name, Value declared, Optional<String> id) implements Declared {

    /// Something deployed of which these parts are known.
    static Value.Deployed of(String name, Members declared) {
        return new Value.Deployed(declared.at(), name, new KnownParts(name, declared, Optional.empty()));
    }

    @Override
    public Optional<Value> member(String member) {
        if (declared instanceof Members object) {
            Optional<Value> value = object.get(member);
            if (value.isPresent()) {
                return value.map(found -> part(found, new Value.Text(found.at(), member),
                        id.map(above -> above + "/" + member)));
            }
        }
        return Optional.empty();
    }

    // Items of a resource's collections are children of the resource: …/virtualNetworks/hub/subnets/aks.
    @Override
    public Optional<Value> item(long index) {
        if (!(declared instanceof Items list) || index < 0 || index >= list.items().size()) {
            return Optional.empty();
        }
        Value item = list.items().get((int) index);
        if (id.isPresent() && item instanceof Members object && object.get("id").isEmpty()
                && object.get("name").orElse(item) instanceof Value.Text(_, String childName)) {
            Members withId = Members.of(object.at(), join(object,
                    Member.of("id", new Value.Text(object.at(), id.get() + "/" + childName))));
            return Optional.of(part(withId, new Value.Whole(item.at(), index), Optional.empty()));
        }
        return Optional.of(part(item, new Value.Whole(item.at(), index), Optional.empty()));
    }

    private static List<Member> join(Members object, Member last) {
        List<Member> all = new java.util.ArrayList<>(object.members());
        all.add(last);
        return all;
    }

    private Value part(Value value, Value key, Optional<String> partId) {
        String partName = Notation.access(name, key);
        return switch (value) {
            case Members _,Items _ -> new Value.Deployed(value.at(), partName, new KnownParts(partName, value, partId));
            case Value other -> other;
        };
    }
}
