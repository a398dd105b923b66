package dev.sekisho.model.io.terraform;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.shape.Unmodelled;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a plan or state that `terraform show -json` printed (OpenTofu's too), or a state file, into Azure resources.
///
/// Of a plan, what will be is read. Ids that only deployment will tell are made up from names, so that references hold;
/// other values that it will tell are unknown, under the address of what will tell them, such as
/// `azurerm_firewall.hub.ip_configuration[0].private_ip_address`. Resources that only connect others (associations,
/// rule collections of classic firewalls, members of IP groups) are joined with them.
public final class TerraformShow {
    /// Lists inside a resource that the provider fills from resources of their own.
    private static final Map<String, String> INLINE = Map.of("azurerm_route", "properties/routes",
            "azurerm_network_security_rule", "properties/securityRules", "azurerm_subnet", "properties/subnets");

    private final PlanFile file;
    private final Identity identity;
    private final Diagnostics diagnostics;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    /// What a plan or state describes.
    ///
    /// @param unmodelled what it says and no resource takes over, without pointers
    public record Described(List<AzureResource> resources, List<Unmodelled> unmodelled) {
        public Described {
            resources = List.copyOf(resources);
            unmodelled = List.copyOf(unmodelled);
        }
    }

    /// A resource in the making.
    private record Draft(Instance instance, String type, String name, Body body) {}

    private TerraformShow(Node root, Diagnostics diagnostics) {
        this.file = PlanFile.of(root);
        this.identity = new Identity(file.configuration(), file.instances());
        this.diagnostics = diagnostics;
    }

    /// Whether a JSON file is a plan or state of Terraform.
    public static boolean recognises(Node root) {
        return root instanceof Node.Mapping top && (top.get("format_version").isPresent()
                && (Tree.at(top, "planned_values").isPresent() || Tree.at(top, "values").isPresent()
                        || Tree.at(top, "resource_changes").isPresent() || top.get("terraform_version").isPresent())
                || top.get("terraform_version").isPresent() && top.get("resources").isPresent());
    }

    /// Returns the resources of a plan or state.
    public static Described read(Node root, Diagnostics diagnostics) {
        if (Tree.at(root, "errored").filter(Tree::isTrue).isPresent()) {
            diagnostics.warning("INCOMPLETE_PLAN", root.at(), "this plan ended in an error, so it is not complete",
                    "mend the configuration and plan again");
        }
        if (!Tree.items(root, "deferred_changes").isEmpty()) {
            diagnostics.warning("INCOMPLETE_PLAN", root.at(),
                    "this plan defers changes to a later one, and what they make is not read", "");
        }
        return new TerraformShow(root, diagnostics).read();
    }

    private Described read() {
        OtherTypes others = new OtherTypes();
        List<Instance> additions = new ArrayList<>();
        List<Instance> data = new ArrayList<>();
        for (Instance instance : file.instances()) {
            Optional<AzurermType> type = AzurermTypes.of(instance.type());
            if (type.isEmpty() && !instance.type().equals(Azapi.RESOURCE)) {
                others.add(instance);
            } else if (instance.data()) {
                data.add(instance);
            } else if (type.isPresent() && type.get().role() instanceof AzurermType.Role.Addition) {
                additions.add(instance);
            } else {
                draft(instance);
            }
        }
        data.forEach(this::data);
        additions.forEach(this::addition);
        withoutCopies();
        others.report(unmodelled::add);
        return new Described(
                drafts.stream().map(draft -> new AzureResource(draft.instance().at(), draft.type(), draft.name(),
                        identity.givenId(draft.instance()), draft.body().toNode())).toList(),
                unmodelled);
    }

    private void draft(Instance instance) {
        Optional<String> azure = identity.type(instance);
        if (azure.isEmpty()) {
            unmodelled.add(
                    new Unmodelled(instance.at(), "", instance.address(), "", "it does not say of which type it is"));
            return;
        }
        Body body = AzurermTypes.of(instance.type())
                .map(type -> Translation.of(instance, type.block(), type.parentArgument(), identity,
                        file.configuration(), diagnostics,
                        unmodelled::add))
                .orElseGet(() -> Azapi.body(instance, diagnostics));
        String name = identity.fullName(instance);
        body.set("name", instance.at(), new Node.Scalar(instance.at(), name.substring(name.lastIndexOf('/') + 1),
                Node.Style.QUOTED));
        drafts.add(new Draft(instance, azure.get(), name, body));
    }

    /// A data source describes what exists already, unless the plan manages it too.
    private void data(Instance instance) {
        String type = identity.type(instance).orElse("");
        String name = identity.fullName(instance);
        boolean managed = find(type, name).isPresent();
        if (AzurermTypes.isWholeAsData(instance.type())) {
            if (!managed) {
                draft(instance);
            }
        } else if (!managed && !type.isEmpty()) {
            unmodelled.add(new Unmodelled(instance.at(), "", instance.address(), "",
                    "it tells only a part of " + name + "; give a file that describes it, such as its export"));
        }
    }

    private Optional<Draft> find(String type, String name) {
        return drafts.stream().filter(draft -> draft.type().equalsIgnoreCase(type)
                && draft.name().equalsIgnoreCase(name)).findFirst();
    }

    private void addition(Instance instance) {
        AzurermType type = AzurermTypes.of(instance.type()).orElseThrow();
        Optional<String> argument = type.parentArgument();
        Body body = Translation.of(instance, type.block(), argument, identity, file.configuration(), diagnostics,
                unmodelled::add);
        String target = identity.parentName(instance);
        Optional<Draft> draft = find(type.azure(), target);
        if (draft.isPresent()) {
            if (type.list().isEmpty()) {
                draft.get().body().merge("", instance.at(), body);
            } else {
                draft.get().body().add(type.list(), instance.at(), body);
            }
        } else {
            diagnostics.warning("UNKNOWN_REFERENCE", instance.at(),
                    instance.address() + " adds to " + Quotation.of(target)
                            + ", which this file does not describe, so it is left out",
                    "give the plan or state that describes it as well, in one file with this");
        }
    }

    /// The provider lists the routes, rules and subnets that are resources of their own inside the table, group or
    /// network too, as they were when it last looked.
    private void withoutCopies() {
        Map<String, Set<String>> gone = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            copy(gone, draft.instance().type(), draft.type(), draft.name());
        }
        for (PlanFile.Deleted deleted : file.deleted()) {
            AzurermTypes.of(deleted.type())
                    .ifPresent(type -> type.parentArgument()
                            .ifPresent(argument -> copy(gone, deleted.type(), type.azure(),
                                    Tree.text(deleted.before(), argument).map(
                                            text -> Identity.isId(text) ? Identity.names(text) : text).orElse("")
                                            + "/" + Tree.text(deleted.before(), "name").orElse(""))));
        }
        for (Draft draft : drafts) {
            for (String child : gone.getOrDefault((draft.type() + " " + draft.name()).toLowerCase(Locale.ROOT),
                    Set.of())) {
                int space = child.indexOf(' ');
                draft.body().removeNamed(child.substring(0, space), child.substring(space + 1));
            }
        }
    }

    private static void copy(Map<String, Set<String>> gone, String terraform, String azure, String name) {
        String list = INLINE.get(terraform);
        int slash = name.lastIndexOf('/');
        if (list != null && slash > 0) {
            String parent = azure.substring(0, azure.lastIndexOf('/')) + " " + name.substring(0, slash);
            gone.computeIfAbsent(parent.toLowerCase(Locale.ROOT), _ -> new HashSet<>())
                    .add(list + " " + name.substring(slash + 1));
        }
    }
}
