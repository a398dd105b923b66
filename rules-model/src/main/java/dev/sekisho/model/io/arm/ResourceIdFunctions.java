package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The functions that make resource ids.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource
final class ResourceIdFunctions {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Deployment deployment;

    private ResourceIdFunctions(Deployment deployment) {
        this.deployment = deployment;
    }

    static Collection<TemplateFunction> of(Deployment deployment) {
        ResourceIdFunctions functions = new ResourceIdFunctions(deployment);
        return List.of(
                TemplateFunction.lazy("resourceId", 2, TemplateFunction.ANY, functions::resourceId),
                TemplateFunction.lazy("subscriptionResourceId", 2, TemplateFunction.ANY, functions::inSubscription),
                TemplateFunction.lazy("tenantResourceId", 2, TemplateFunction.ANY,
                        call -> id(call, typeIndex(call, 0), new TextParts())),
                TemplateFunction.lazy("managementGroupResourceId", 2, TemplateFunction.ANY,
                        ResourceIdFunctions::inManagementGroup),
                TemplateFunction.lazy("extensionResourceId", 3, TemplateFunction.ANY, ResourceIdFunctions::extension));
    }

    private Value resourceId(Call call) {
        int type = typeIndex(call, 2);
        Target around = deployment.target();
        Value subscription = around.subscription();
        Value group = around.resourceGroup();
        Target.Level level = around.level();
        if (type == 2) {
            subscription = call.value(0);
            group = call.value(1);
            level = Target.Level.RESOURCE_GROUP;
        } else if (type == 1) {
            boolean isSubscription = call.value(0) instanceof Value.Text(_, String text)
                    ? GUID.matcher(text).matches()
                    : level == Target.Level.SUBSCRIPTION;
            subscription = isSubscription ? call.value(0) : subscription;
            group = isSubscription ? group : call.value(0);
            level = isSubscription ? level : Target.Level.RESOURCE_GROUP;
        }
        return id(call, type, new Target(level, subscription, group).path());
    }

    private Value inSubscription(Call call) {
        int type = typeIndex(call, 1);
        TextParts parts = new TextParts().add("/subscriptions/");
        part(call, type == 1 ? call.value(0) : deployment.target().subscription(), parts);
        return id(call, type, parts);
    }

    private static Value inManagementGroup(Call call) {
        int type = typeIndex(call, 1);
        TextParts parts = new TextParts().add("/providers/Microsoft.Management/managementGroups/");
        part(call, type == 1 ? call.value(0) : Value.Unknown.of(call.at(), "managementGroup().name"), parts);
        return id(call, type, parts);
    }

    private static Value extension(Call call) {
        TextParts parts = new TextParts();
        part(call, call.value(0), parts);
        int type = typeIndex(call, 1);
        if (type != 1) {
            throw call.refuse("needs the id of a resource before the type");
        }
        return id(call, type, parts);
    }

    /// Which argument is the type: the first that names a provider and has as many segments as names follow.
    private static int typeIndex(Call call, int last) {
        Optional<String> candidate = Optional.empty();
        for (int i = 0; i <= Math.min(last, call.count() - 1); i++) {
            if (call.value(i) instanceof Value.Text(_, String text) && !text.startsWith("/") && text.contains("/")) {
                if (Target.nameCount(type(text)) == call.count() - i - 1) {
                    return i;
                }
                candidate = Optional.of(text);
            }
        }
        throw call.refuse(candidate.map(type -> "needs as many names as " + Quotation.of(type)
                + " has segments behind the provider")
                .orElse("needs a resource type such as Microsoft.Network/virtualNetworks"));
    }

    private static Value id(Call call, int type, TextParts parts) {
        List<Value> names = call.values(type + 1);
        for (Value name : names) {
            part(call, name, new TextParts());
        }
        return Target.appended(parts, type(call.text(type)), names).at(call.at());
    }

    /// A type without the slash that some templates write behind it.
    private static String type(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static void part(Call call, Value value, TextParts parts) {
        if (!parts.add(value)) {
            throw call.refuse("needs texts, but one argument is " + value.kind());
        }
    }
}
