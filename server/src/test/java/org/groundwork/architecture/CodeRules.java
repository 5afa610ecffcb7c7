// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.lang.classfile.Annotation;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groundwork.architecture.Verdict.Collector;

/** Rules on compiled code. */
final class CodeRules {
  /** Where amounts, shares and votes live. */
  private static final Pattern EXACT = Pattern
      .compile("(?:org\\.groundwork|planted)\\.(?:platform\\.money|ledger|dues|treasury|assembly)(?:\\..*)?");
  private static final Pattern FLOATING = Pattern
      .compile("[DF](?:LOAD|STORE|ADD|SUB|MUL|DIV|REM|NEG|CONST|CMP|RETURN|ALOAD|ASTORE|2)\\w*|[IL]2[DF]");
  private static final Pattern FLOATING_TYPE = Pattern.compile("\\[*[DF]|Ljava/lang/(?:Double|Float);");
  private static final Map<String, Set<String>> MAY_SPEAK = Map.of(
      "java/lang/System.out", Set.of("org.groundwork.platform.internal.Announcement", "org.groundwork.Groundwork",
          "org.groundwork.demonstration.PrintedSignIns", "org.groundwork.platform.files.ImageChild"),
      "java/lang/System.err", Set.of("org.groundwork.Groundwork"));
  private static final Pattern WALL_CLOCK = Pattern
      .compile(
          "java/time/\\w+\\.now\\(\\).*|java/time/\\w+\\.now\\(Ljava/time/ZoneId;\\).*|java/lang/System\\.currentTimeMillis.*"
              + "|java/util/Date\\.<init>\\(\\).*|java/time/Clock\\.system.*|java/time/Clock\\.tick.*");
  private static final Pattern CHANCE = Pattern
      .compile("java/util/Random\\.<init>.*|java/util/concurrent/ThreadLocalRandom\\..*|java/lang/Math\\.random.*"
          + "|java/util/UUID\\.randomUUID.*|java/security/SecureRandom\\.<init>.*");
  /** Where the one clock and the one source of chance are made. */
  private static final String WIRING = "org.groundwork.platform.internal.PlatformConfiguration";
  /**
   * What knows nothing of the wiring: the password of our own database server, the name of a draft beside a key file, a
   * command that runs without the application; and the invented register, whose fixed seed is its point.
   */
  private static final Set<String> MAY_MAKE_CHANCE = Set.of(WIRING, "org.groundwork.platform.database.Cluster",
      "org.groundwork.platform.keys.KeyFiles", "org.groundwork.platform.internal.AuditCommand",
      "org.groundwork.platform.host.Host", "org.groundwork.platform.internal.DatabaseHeadStart",
      "org.groundwork.demonstration.DemoRegister");
  /** The scheduler's own times, which it compares with its own clock; a command that runs without the application. */
  private static final Set<String> MAY_ASK_THE_CLOCK = Set.of(WIRING, "org.groundwork.platform.jobs.JobClock",
      "org.groundwork.platform.host.AdminCommand");
  private static final Set<String> OF_FRAMEWORK = Set.of("Lorg/springframework/transaction/annotation/Transactional;",
      "Ljakarta/transaction/Transactional;");
  private static final Set<String> INJECTED = Set.of("Lorg/springframework/beans/factory/annotation/Autowired;",
      "Ljakarta/inject/Inject;", "Lorg/springframework/beans/factory/annotation/Value;",
      "Ljakarta/annotation/Resource;");

  private CodeRules() {}

  /** No floating numbers where money, shares and votes live. */
  static Verdict countsExactly(Stream<Compiled> classes) {
    var found = new Collector();
    classes.filter(each -> EXACT.matcher(each.packageName()).matches()).forEach(each -> {
      found.look();
      boolean types = types(each).anyMatch(type -> FLOATING_TYPE.matcher(type.descriptorString()).matches());
      boolean code = each.code()
          .anyMatch(at -> at.element() instanceof Instruction instruction
              && FLOATING.matcher(instruction.opcode().name()).matches());
      found.complainIf(types || code, each.name() + " counts in floating numbers; use long minor units or a fraction");
    });
    return found.verdict();
  }

  private static Stream<ClassDesc> types(Compiled each) {
    return Stream.concat(each.model().fields().stream().map(FieldModel::fieldTypeSymbol),
        each.model()
            .methods()
            .stream()
            .map(MethodModel::methodTypeSymbol)
            .flatMap(type -> Stream.concat(Stream.of(type.returnType()), type.parameterList().stream())));
  }

  /** Only what announces the address speaks to the terminal; everything else logs. */
  static Verdict leavesTheTerminalAlone(Stream<Compiled> classes) {
    return overCode(classes, (at, found) -> {
      if (at.element() instanceof FieldInstruction field) {
        String name = field.owner().asInternalName() + "." + field.name().stringValue();
        found.complainIf(MAY_SPEAK.containsKey(name) && !MAY_SPEAK.get(name).contains(at.in().topLevel()),
            at + " writes to " + name.replace('/', '.') + "; log it, without names");
      }
    });
  }

  /** A clock is passed in. */
  static Verdict asksNoWallClock(Stream<Compiled> classes) {
    return refusing(classes, WALL_CLOCK, MAY_ASK_THE_CLOCK, " asks the wall clock; take a Clock");
  }

  /** Randomness is passed in. */
  static Verdict makesNoChanceOfItsOwn(Stream<Compiled> classes) {
    return refusing(classes, CHANCE, MAY_MAKE_CHANCE,
        " makes randomness of its own; take Ids, Tokens or a RandomGenerator");
  }

  private static Verdict refusing(Stream<Compiled> classes, Pattern calls, Set<String> but, String sentence) {
    return overCode(classes, (at, found) -> {
      if (at.element() instanceof InvokeInstruction call) {
        String name = call.owner().asInternalName() + "." + call.name().stringValue() + call.type().stringValue();
        found.complainIf(calls.matcher(name).matches() && !but.contains(at.in().topLevel()), at + sentence);
      }
    });
  }

  /** What an exception of the database says quotes values, so it goes into no log. */
  static Verdict logsNoMessagesOfExceptions(Stream<Compiled> classes) {
    var found = new Collector();
    classes.forEach(each -> each.model().methods().forEach(method -> method.code().ifPresent(code -> {
      found.look();
      var calls = code.elementStream()
          .filter(InvokeInstruction.class::isInstance)
          .map(InvokeInstruction.class::cast)
          .toList();
      boolean logs = calls.stream().anyMatch(call -> call.owner().asInternalName().equals("org/slf4j/Logger"));
      boolean quotes = calls.stream()
          .anyMatch(call -> Set.of("getMessage", "getLocalizedMessage").contains(call.name().stringValue()));
      found.complainIf(logs && quotes, each.name() + "." + method.methodName().stringValue()
          + " logs the message of an exception; log its class");
    })));
    return found.verdict();
  }

  /** One way to log. */
  static Verdict logsOneWay(Stream<Compiled> classes) {
    var found = new Collector();
    classes.forEach(each -> {
      found.look();
      for (var entry : each.model().constantPool()) {
        found.complainIf(
            entry instanceof ClassEntry type && type.asInternalName().startsWith("java/util/logging/Logger"),
            each.name() + " logs through java.util.logging; use slf4j");
      }
    });
    return found.verdict();
  }

  /** Transactions are said in code. */
  static Verdict saysItsTransactions(Stream<Compiled> classes) {
    var found = new Collector();
    classes.forEach(each -> {
      found.look();
      Stream.concat(Stream.of(each.model()), each.model().methods().stream())
          .filter(element -> carries(element, OF_FRAMEWORK))
          .forEach(
              element -> found.complain(each.name() + " leaves its transaction to an annotation; use Transactions"));
    });
    return found.verdict();
  }

  /** What a class needs stands in its constructor. */
  static Verdict isGivenItsPartsByConstructor(Stream<Compiled> classes) {
    var found = new Collector();
    classes.forEach(each -> {
      found.look();
      each.model()
          .fields()
          .stream()
          .filter(field -> carries(field, INJECTED))
          .forEach(field -> found
              .complain(each.name() + "." + field.fieldName().stringValue() + " is injected into a field"));
    });
    return found.verdict();
  }

  private static boolean carries(AttributedElement element, Set<String> annotations) {
    return element.findAttribute(Attributes.runtimeVisibleAnnotations())
        .stream()
        .flatMap(found -> found.annotations().stream())
        .map(Annotation::className)
        .anyMatch(name -> annotations.contains(name.stringValue()));
  }

  private interface Look {
    void at(Compiled.At place, Collector found);
  }

  private static Verdict overCode(Stream<Compiled> classes, Look look) {
    var found = new Collector();
    classes.forEach(each -> {
      found.look();
      each.code().forEach(at -> look.at(at, found));
    });
    return found.verdict();
  }
}
