/** The parser of HCL, the language of Terraform files. */
@NullMarked
package dev.coderev.analysis.parse.hcl;

import org.jspecify.annotations.NullMarked;
