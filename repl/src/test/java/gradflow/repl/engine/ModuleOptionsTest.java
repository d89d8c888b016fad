package gradflow.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModuleOptionsTest {
    @Test
    void theCompilerIsGivenWhatItSharesWithTheJvm() {
        assertThat(ModuleOptions.of(
                        "-Xmx1g --add-modules jdk.net -p mods  --add-exports=java.base/sun.net=ALL-UNNAMED -ea"))
                .containsExactly(
                        "--add-modules",
                        "jdk.net",
                        "--module-path",
                        "mods",
                        "--add-exports",
                        "java.base/sun.net=ALL-UNNAMED");
        assertThat(ModuleOptions.of(" --enable-preview "))
                .containsExactly(
                        "--enable-preview",
                        "-source",
                        Integer.toString(Runtime.version().feature()));
    }

    @Test
    void whatIsNothingToTheCompilerOrIsHalfIsLeftOut() {
        assertThat(ModuleOptions.of("")).isEmpty();
        assertThat(ModuleOptions.of("-Xss1m -Dx=--add-modules")).isEmpty();
        assertThat(ModuleOptions.of("--add-modules")).isEmpty();
    }
}
