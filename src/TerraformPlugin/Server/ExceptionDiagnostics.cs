using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;

namespace TerraformPlugin.Server;

/// <summary>What a user is told of an exception: the provider's own words where it has some, else the framework's.</summary>
internal static class ExceptionDiagnostics
{
    public static Diagnostic Explain(Exception exception, Provider provider, bool cancelled)
    {
        try
        {
            return provider.Explain(exception) ?? InStandardWords(exception, cancelled);
        }
        catch (Exception e)
        {
            // What failed first is what the user needs; that the explanation failed as well must not get lost.
            var standard = InStandardWords(exception, cancelled);
            return standard with { Detail = $"{standard.Detail}\n\nThe provider failed to explain this, too. {Bug(e)}" };
        }
    }

    private static Diagnostic InStandardWords(Exception exception, bool cancelled) => exception switch
    {
        OperationCanceledException when cancelled =>
            Error("Interrupted", "The operation was stopped before it was finished. What existed by then is in the state."),
        UnknownConfigurationException e => Error("The provider is not configured yet", e.Message),
        ModelException e => new Diagnostic(Severity.Error, "Invalid value", e.Message, e.Path),
        WireException e => new Diagnostic(Severity.Error, "Terraform sent a value that the provider cannot read", e.Message, e.Path),
        UnknownTypeException e => Error("Unknown type", $"{e.Message} Is the provider's version the one that the configuration was written for?"),
        _ => Error("The provider failed unexpectedly", Bug(exception)),
    };

    // The whole exception: what failed inside it, in a static table say, is the cause.
    private static string Bug(Exception exception) =>
        $"{exception.GetType().Name}: {exception.Message}\n\nThis is a bug in the provider; please report it, with the steps that led here:\n{exception}";

    private static Diagnostic Error(string summary, string detail) => new(Severity.Error, summary, detail, AttributePath.Root);
}
