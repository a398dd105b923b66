package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.BackingService.ServiceEndpoint;
import dev.sekisho.model.catalogue.BackingService.ServiceTag;
import dev.sekisho.model.catalogue.BackingService.Support;
import dev.sekisho.model.catalogue.HostForm;
import dev.sekisho.model.catalogue.HostForm.Companion;
import dev.sekisho.model.catalogue.ServiceLeg;
import dev.sekisho.model.catalogue.Template;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.need.EgressNeed.Sources;
import dev.sekisho.model.need.NeedProtocol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads backing services.
final class ServiceReader {
    private final Diagnostics diagnostics;

    ServiceReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Optional<Entry<BackingService>> read(Fields fields) {
        EntryFields keys = new EntryFields(fields, diagnostics);
        fields.require("name", "hosts", "legs");
        List<String> groups = keys.texts("privateEndpointGroups");
        BackingService service = new BackingService(keys.text("id"), keys.text("name"), hosts(fields, groups),
                legs(fields), tag(fields), endpoint(fields), support(keys, "privateEndpoint"),
                support(keys, "applicationRule"), support(keys, "networkRule"),
                keys.choice("openedBy", OpenedBy.values()).map(OpenedBy::sources).orElse(Sources.PODS),
                keys.confidence(), keys.sources(), keys.notes(), keys.cautions(), keys.at());
        return keys.entry("id", Optional.of(service));
    }

    private Map<Cloud, List<HostForm>> hosts(Fields fields, List<String> groups) {
        Map<Cloud, List<HostForm>> hosts = new EnumMap<>(Cloud.class);
        fields.mapping("hosts").ifPresent(clouds -> {
            for (Cloud cloud : Cloud.values()) {
                List<HostForm> forms = new ArrayList<>();
                clouds.mappings(cloud.azureName(), "a host").forEach(item -> form(item, groups).ifPresent(forms::add));
                if (!forms.isEmpty()) {
                    hosts.put(cloud, forms);
                }
            }
            clouds.finish();
        });
        return hosts;
    }

    private Optional<HostForm> form(Fields fields, List<String> usualGroups) {
        EntryFields keys = new EntryFields(fields, diagnostics);
        fields.require("host");
        Optional<Template> host = fields.parse("host", Template::new);
        List<String> groups = keys.texts("groups");
        List<Template> zones = fields.parseEach("zones", Template::new);
        List<Companion> companions = new ArrayList<>();
        for (Fields item : fields.mappings("companions", "a companion")) {
            EntryFields companion = new EntryFields(item, diagnostics);
            item.require("leg", "host");
            item.parse("host", Template::new)
                    .ifPresent(name -> companions.add(new Companion(companion.text("leg"), name,
                            companion.text("group"), companion.text("zone"))));
            item.finish();
        }
        Optional<String> onlyLeg = fields.text("onlyLeg");
        fields.finish();
        return host.map(
                name -> new HostForm(name, groups.isEmpty() ? usualGroups : groups, zones, companions, onlyLeg));
    }

    private List<ServiceLeg> legs(Fields fields) {
        List<ServiceLeg> legs = new ArrayList<>();
        for (Fields item : fields.mappings("legs", "a leg")) {
            EntryFields keys = new EntryFields(item, diagnostics);
            item.require("leg", "protocol", "ports", "use");
            Set<Via> via = keys.choices("via", Via.values());
            legs.add(new ServiceLeg(keys.text("leg"),
                    keys.choice("protocol", NeedProtocol.values()).orElse(NeedProtocol.TCP),
                    keys.ports("ports").orElse(PortSet.ANY), keys.text("use"), support(keys, "applicationRule"),
                    via.isEmpty() ? EnumSet.allOf(Via.class) : via, item.bool("usual").orElse(true),
                    item.bool("byTagOnly").orElse(false)));
            item.finish();
        }
        return legs;
    }

    private Optional<ServiceTag> tag(Fields fields) {
        return fields.mapping("serviceTag").map(tag -> {
            tag.require("name");
            ServiceTag read = new ServiceTag(new EntryFields(tag, diagnostics).text("name"),
                    tag.bool("regional").orElse(false));
            tag.finish();
            return read;
        });
    }

    private Optional<ServiceEndpoint> endpoint(Fields fields) {
        return fields.mapping("serviceEndpoint").map(endpoint -> {
            EntryFields keys = new EntryFields(endpoint, diagnostics);
            endpoint.require("name");
            ServiceEndpoint read = new ServiceEndpoint(keys.text("name"), keys.text("scope"));
            endpoint.finish();
            return read;
        });
    }

    private static Support support(EntryFields keys, String key) {
        return keys.choice(key, Support.values()).orElse(Support.NONE);
    }
}
