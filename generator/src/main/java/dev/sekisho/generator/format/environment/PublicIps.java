package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Public addresses as resources of their own. Azure assigns them when it makes them; the address that is known stands
/// where an export has it.
final class PublicIps {
    static final Value.Fields STANDARD = Value.Fields.NONE.with("sku", Value.Fields.NONE.with("name", "Standard"));

    private final Draft draft;

    PublicIps(Draft draft) {
        this.draft = draft;
    }

    /// Adds the addresses of a resource and returns references to them.
    List<Value> of(String owner, List<Entry<IpAddress>> addresses) {
        List<Value> references = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            String name = "pip-" + owner + (addresses.size() == 1 ? "" : "-" + (i + 1));
            references.add(new Value.IdOf(draft.add(Kind.PUBLIC_IP, Optional.empty(), name, name,
                    Optional.of(draft.location()), STANDARD, List.of(),
                    withAddress(Value.Fields.NONE.with("publicIPAllocationMethod", "Static"), addresses.get(i)))));
        }
        return references;
    }

    /// An address that nobody knows is asked for only where something else needs it too.
    private Value.Fields withAddress(Value.Fields fields, Entry<IpAddress> address) {
        return switch (address) {
            case Entry.Known<IpAddress> _ -> fields.with("ipAddress", draft.entry(address));
            case Entry.Unknown<IpAddress>(String name) ->
                draft.unknowns().has(name) ? fields.with("ipAddress", draft.entry(address)) : fields;
            case Entry.Malformed<IpAddress> _ -> fields;
        };
    }
}
