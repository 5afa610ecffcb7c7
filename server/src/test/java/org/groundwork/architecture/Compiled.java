// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One compiled class, read without loading it. */
record Compiled(ClassModel model) {

  /** Every class of the product but the generated templates, which are checked as templates. */
  static Stream<Compiled> product() {
    return below(Sources.CLASSES, "org/groundwork").stream();
  }

  /** Every class that a template was turned into. */
  static Stream<Compiled> templates() {
    return below(Sources.CLASSES, "groundwork/templates").stream();
  }

  /** A class of the tests, planted to break a rule. */
  static Compiled planted(Class<?> fixture) {
    return parse(Sources.TEST_CLASSES.resolve(fixture.getName().replace('.', '/') + ".class"));
  }

  private static List<Compiled> below(Path classes, String folder) {
    try (var files = Files.walk(classes.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().map(Compiled::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Compiled parse(Path file) {
    try {
      return new Compiled(ClassFile.of().parse(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The binary name, with dots. */
  String name() { return model.thisClass().asInternalName().replace('/', '.'); }

  String packageName() { return name().contains(".") ? name().substring(0, name().lastIndexOf('.')) : ""; }

  /** The module the class belongs to, empty for the application class. */
  String module() {
    return House.moduleOf(packageName()).orElse("");
  }

  /** The outermost class it was written in. */
  String topLevel() {
    return name().contains("$") ? name().substring(0, name().indexOf('$')) : name();
  }

  /** Every instruction with the method it stands in. */
  Stream<At> code() {
    return model.methods()
        .stream()
        .flatMap(method -> method.code()
            .stream()
            .flatMap(code -> code.elementStream().map(element -> new At(this, method, element))));
  }

  /** Every text that code puts on the stack: constants, and the pattern of a concatenation with {@code ?} for its holes. */
  Stream<String> strings() {
    return code().flatMap(at -> switch (at.element()) {
      case ConstantInstruction constant when constant.constantValue() instanceof String text -> Stream.of(text);
      case InvokeDynamicInstruction dynamic -> dynamic.bootstrapArgs()
          .stream()
          .filter(String.class::isInstance)
          .map(text -> ((String) text).replace('\u0001', '?'));
      default -> Stream.<String>empty();
    });
  }

  /** A place in the code. */
  record At(Compiled in, MethodModel method, CodeElement element) {
    @Override
    public String toString() { return in.name() + "." + method.methodName().stringValue(); }
  }
}
