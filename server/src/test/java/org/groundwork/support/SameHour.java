// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each class the product's clock goes on to the hour at which it began: a test that lets hours pass changes no other
 * test's day. Found by itself, for every test.
 */
public final class SameHour implements AfterAllCallback {
  @Override
  public void afterAll(ExtensionContext context) { TestClock.finishTheDay(); }
}
