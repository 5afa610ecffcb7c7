// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundwork.Groundwork;
import org.groundwork.architecture.Sources.TextFile;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The modules of the house: what each keeps to itself, what it uses, and in which order they stand. */
class ModularityTest {
  private static final ApplicationModules MODULES = ApplicationModules.of(Groundwork.class,
      JavaClass.Predicates.resideInAnyPackage(House.LIBRARIES.stream()
          .map(library -> "org.groundwork." + library + "..")
          .toArray(String[]::new)));
  private static final Path DIAGRAM = Sources.DOCS.resolve("modules.puml");

  @Test
  void modulesUseOnlyWhatOthersOffer() {
    assertThat(MODULES.stream()).isNotEmpty();
    MODULES.verify();
  }

  @Test
  void complainsOfAModuleThatReachesIntoAnother() {
    var planted = ApplicationModules.of("planted.house", location -> true);
    assertThatThrownBy(planted::verify).isInstanceOf(Violations.class)
        .hasMessageContaining("lower")
        .hasMessageContaining("planted.house.upper.internal.Hidden");
  }

  @Test
  void everyPackageIsAModuleOfTheOrder() {
    assertThat(House.packagesFound()).isNotEmpty().isEqualTo(Set.copyOf(House.modules()));
  }

  @Test
  void modulesStandInOrder() {
    ModuleRules.standInOrder(House.modules().stream().collect(Collectors.toMap(Function.identity(), House::usedBy)))
        .holds();
  }

  @Test
  void complainsOfAModuleThatUsesOneAbove() {
    ModuleRules.standInOrder(Map.of("roll", Set.of("platform", "campaign")))
        .complainsOnceOf("module roll says it uses campaign");
  }

  @Test
  void complainsOfAModuleWithoutAPlace() {
    ModuleRules.standInOrder(Map.of("utilities", Set.of())).complainsOnceOf("module utilities has no place");
  }

  @Test
  void templatesStayHome() { ModuleRules.templatesStayHome(Sources.below(Sources.TEMPLATES, ".jte")).holds(); }

  @Test
  void complainsOfATemplateThatCallsAnothers() {
    ModuleRules.templatesStayHome(List.of(new TextFile("roll/PeoplePage.jte", "@template.campaign.Ladder(ui = ui)")))
        .complainsOnceOf("roll/PeoplePage.jte", "campaign");
  }

  @Test
  void complainsOfATemplateThatShowsTypesOfAModuleAbove() {
    ModuleRules
        .templatesStayHome(List.of(new TextFile("roll/PeoplePage.jte", "@import org.groundwork.grievance.Grievances")))
        .complainsOnceOf("roll/PeoplePage.jte", "grievance");
  }

  @Test
  void testsHideNoIntroductionOfAModule() {
    ModuleRules.introductionsAreNotHidden(introductions(Sources.TEST_CLASSES), introductions(Sources.CLASSES)).holds();
  }

  @Test
  void complainsOfATestThatHidesAnIntroduction() {
    var one = Set.of("org/groundwork/roll/package-info.class");
    ModuleRules.introductionsAreNotHidden(one, one).complainsOnceOf("org/groundwork/roll/package-info");
  }

  private static Set<String> introductions(Path classes) { return Sources.names(classes, "package-info.class"); }

  /** Written anew with {@code -Dgroundwork.docs.write=true}. */
  @Test
  void theDiagramInTheDocumentationIsCurrent() throws IOException {
    String drawn = diagram();
    if (Boolean.getBoolean("groundwork.docs.write")) {
      Files.writeString(DIAGRAM, drawn);
    }
    assertThat(Sources.read(DIAGRAM)).as("docs/modules.puml; write it anew with -Dgroundwork.docs.write=true")
        .isEqualTo(drawn);
  }

  private static String diagram() {
    var text = new StringBuilder("""
        @startuml
        ' Drawn by ModularityTest from the compiled modules: an arrow means "uses types of". A module may use those below it.
        skinparam componentStyle rectangle
        """);
    MODULES.stream()
        .sorted(Comparator.comparingInt((ApplicationModule m) -> House.ORDER.indexOf(name(m))).reversed())
        .forEach(module -> {
          text.append("component ").append(name(module)).append('\n');
          module.getDirectDependencies(MODULES)
              .uniqueModules()
              .map(ModularityTest::name)
              .sorted(Comparator.comparingInt(House.ORDER::indexOf))
              .forEach(used -> text.append(name(module)).append(" --> ").append(used).append('\n'));
        });
    return text.append("@enduml\n").toString();
  }

  private static String name(ApplicationModule module) { return module.getIdentifier().toString(); }
}
