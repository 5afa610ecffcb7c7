// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route is for anybody signed in, about their own account only. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SignedInRoute {
  /** Whether the account must run the installation. */
  boolean ofInstallation() default false;
}
