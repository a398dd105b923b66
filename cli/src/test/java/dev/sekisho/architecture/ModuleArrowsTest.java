package dev.sekisho.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// Which part may see which; the same sentences stand in ARCHITECTURE.md.
@AnalyzeClasses(packages = "dev.sekisho", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleArrowsTest {
    @ArchTest
    static final ArchRule theModelSeesNothingOfOurs = noClasses().that().resideInAPackage("dev.sekisho.model..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("dev.sekisho.simulator..", "dev.sekisho.generator..", "dev.sekisho.cli..");

    @ArchTest
    static final ArchRule theSimulatorSeesTheModelOnly = noClasses().that().resideInAPackage("dev.sekisho.simulator..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.sekisho.generator..", "dev.sekisho.cli..");

    @ArchTest
    static final ArchRule theGeneratorSeesTheModelOnly = noClasses().that().resideInAPackage("dev.sekisho.generator..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.sekisho.simulator..", "dev.sekisho.cli..");

    @ArchTest
    static final ArchRule plansKnowNoFormats = noClasses().that().resideInAPackage("dev.sekisho.generator.plan..")
            .should().dependOnClassesThat().resideInAPackage("dev.sekisho.generator.format..");

    @ArchTest
    static final ArchRule basicNotionsKnowNoAzureResources = noClasses().that()
            .resideInAnyPackage("dev.sekisho.model.address..", "dev.sekisho.model.name..",
                    "dev.sekisho.model.diagnostic..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("dev.sekisho.model.firewall..", "dev.sekisho.model.network..",
                    "dev.sekisho.model.environment..", "dev.sekisho.model.cluster..", "dev.sekisho.model.catalogue..",
                    "dev.sekisho.model.need..", "dev.sekisho.model.traffic..", "dev.sekisho.model.servicetag..",
                    "dev.sekisho.model.io..");

    @ArchTest
    static final ArchRule theModelDoesNotReadFiles = noClasses().that().resideInAPackage("dev.sekisho.model..")
            .and().resideOutsideOfPackage("dev.sekisho.model.io..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.sekisho.model.io..", "java.nio.file..");

    @ArchTest
    static final ArchRule onlyReadersAndWritersKnowFileFormats = noClasses().that()
            .resideOutsideOfPackages("dev.sekisho.model.io..", "dev.sekisho.generator.format..",
                    "dev.sekisho.cli.json..", "dev.sekisho.cli.record..")
            .should().dependOnClassesThat().resideInAnyPackage("tools.jackson..", "com.fasterxml..", "org.yaml..",
                    "de.siegmar..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses().that()
            .resideOutsideOfPackage("dev.sekisho.cli..").should().dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyThePageKnowsItsTemplates = noClasses().that()
            .resideOutsideOfPackage("dev.sekisho.cli.report..").should().dependOnClassesThat()
            .resideInAPackage("com.samskivert..");

    @ArchTest
    static final ArchRule nothingOpensAConnection = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.channels..").orShould().dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket|URL|URLConnection|InetAddress)");

    @ArchTest
    static final ArchRule packagesFormNoCircles = slices().matching("dev.sekisho.(**)").should().beFreeOfCycles();
}
