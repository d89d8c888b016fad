// What a person can use without an import, at the prompt, in scripts and in notes. One explicit list, since the
// defaults of jshell differ from one Java to the next. It serves a stock jshell too:
//   jshell --class-path dsl/target/gradflow-dsl.jar --startup DEFAULT --startup scripts/startup.jsh
import static gradflow.Gradflow.*;
import gradflow.experiment.*;
import gradflow.experiment.training.*;
import gradflow.model.*;
import gradflow.network.*;
import gradflow.report.*;
import gradflow.result.*;
import java.io.*;
import java.math.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.regex.*;
import java.util.stream.*;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.*;
