// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route is for people of the local in its address who hold the power on at least one site. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires { Power value(); }
