package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.function.StandardFunctions;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The functions that speak of the deployment around: where it goes, and how far a loop has come.
///
/// Sources: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment,
/// template-functions-scope and template-functions-numeric for `copyIndex`
final class DeploymentFunctions {
    private final Deployment deployment;
    private final DeploymentContext context;

    private DeploymentFunctions(Deployment deployment) {
        this.deployment = deployment;
        this.context = deployment.evaluation().context();
    }

    /// All functions that expressions of a deployment have besides the standard ones.
    static Collection<TemplateFunction> of(Deployment deployment) {
        DeploymentFunctions functions = new DeploymentFunctions(deployment);
        List<TemplateFunction> all = new ArrayList<>(List.of(
                TemplateFunction.lazy("resourceGroup", 0, 0, functions::resourceGroup),
                TemplateFunction.lazy("subscription", 0, 0, functions::subscription),
                TemplateFunction.lazy("tenant", 0, 0, call -> KnownParts.of("tenant()", Members.of(call.at(),
                        Member.of("tenantId", functions.tenantId(call.at()))))),
                TemplateFunction.lazy("managementGroup", 0, 0,
                        call -> KnownParts.of("managementGroup()", Members.of(call.at()))),
                TemplateFunction.lazy("deployment", 0, 0, functions::deployment),
                TemplateFunction.lazy("environment", 0, 0, functions::environment),
                TemplateFunction.shallow("copyIndex", 0, 2, DeploymentFunctions::copyIndex),
                functions.hidingStandIns("uniqueString"),
                functions.hidingStandIns("guid")));
        all.addAll(ResourceIdFunctions.of(deployment));
        all.addAll(ReferenceFunctions.of(deployment));
        return all;
    }

    // What is computed from a stand-in would look like a real name that no deployment ever has.
    private TemplateFunction hidingStandIns(String name) {
        TemplateFunction function = StandardFunctions.TABLE.find(name).orElseThrow();
        return TemplateFunction.lazy(name, function.least(), function.most(),
                call -> call.values(0).stream().anyMatch(value -> TextParts.plain(value)
                        .filter(context::holdsStandIn).isPresent()) ? call.unknown() : function.body().apply(call));
    }

    private Value tenantId(SourceLocation at) {
        return new Value.Text(at, context.tenantId().orElse(DeploymentContext.TENANT));
    }

    private Value resourceGroup(Call call) {
        SourceLocation at = call.at();
        Target target = deployment.target();
        boolean own = TextParts.plain(target.resourceGroup())
                .equals(Optional.of(context.resourceGroup().orElse(DeploymentContext.RESOURCE_GROUP)));
        List<Member> known = new ArrayList<>(List.of(
                Member.of("id", new Target(Target.Level.RESOURCE_GROUP, target.subscription(), target.resourceGroup())
                        .id(at)),
                Member.of("name", target.resourceGroup()),
                Member.of("type", new Value.Text(at, "Microsoft.Resources/resourceGroups"))));
        context.location().filter(_ -> own)
                .ifPresent(location -> known.add(Member.of("location", new Value.Text(at, location))));
        return KnownParts.of(own ? "resourceGroup()"
                : "resourceGroup(" + Notation.expression(target.resourceGroup()) + ")", Members.of(at, known));
    }

    private Value subscription(Call call) {
        Value subscription = deployment.target().subscription();
        TextParts id = new TextParts().add("/subscriptions/");
        id.add(subscription);
        return KnownParts.of("subscription()", Members.of(call.at(), Member.of("id", id.at(call.at())),
                Member.of("subscriptionId", subscription), Member.of("tenantId", tenantId(call.at()))));
    }

    private Value deployment(Call call) {
        SourceLocation at = call.at();
        List<Member> known = new ArrayList<>(List.of(Member.of("name", deployment.name()),
                Member.of("properties", Members.of(at, Member.of("mode", new Value.Text(at, "Incremental")),
                        Member.of("provisioningState", new Value.Text(at, "Accepted"))))));
        context.location().ifPresent(location -> known.add(Member.of("location", new Value.Text(at, location))));
        return KnownParts.of(deployment.depth() == 0 ? "deployment()"
                : "deployment(" + Notation.expression(deployment.name()) + ")", Members.of(at, known));
    }

    private Value environment(Call call) {
        return KnownParts.of("environment()", CloudFacts.of(context.cloud(), call.at()));
    }

    private static Value copyIndex(Call call) {
        boolean named = call.count() > 0 && call.value(0) instanceof Value.Text;
        Value index = (named ? call.frame().copyIndex(call.text(0)) : call.frame().copyIndex())
                .orElseThrow(() -> call.refuse(named ? "finds no loop '" + call.text(0) + "' around"
                        : "stands in no loop"));
        int offset = named ? 1 : 0;
        if (call.count() == offset) {
            return index;
        }
        return index instanceof Value.Whole(_, long number) ? call.result(number + call.whole(offset))
                : call.unknown(Notation.call("add", List.of(index, call.value(offset))));
    }
}
