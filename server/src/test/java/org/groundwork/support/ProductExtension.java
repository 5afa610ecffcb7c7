// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the running product to tests: {@code @ExtendWith(ProductExtension.class)} on the class, and a parameter of type
 * {@link Product} (or {@link FoundedLocal} for a fresh local of the test's own, or {@link Visitor} for a stranger) on
 * the method or constructor.
 */
public final class ProductExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Product.class || type == FoundedLocal.class || type == Visitor.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == FoundedLocal.class) {
      return Product.shared().found();
    }
    return type == Visitor.class ? Product.shared().visitor() : Product.shared();
  }
}
