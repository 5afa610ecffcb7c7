// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route answers everybody, and says why that is safe. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenRoute {
  /** Why a stranger may have this page. */
  String why();
}
