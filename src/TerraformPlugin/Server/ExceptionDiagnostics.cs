using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;

namespace TerraformPlugin.Server;

/// <summary>What a user is told of an exception.</summary>
internal static class ExceptionDiagnostics
{
    public static Diagnostic Explain(Exception exception, Provider provider, bool cancelled) => exception switch
    {
        _ when InItsOwnWords(exception, provider) is { } explained => explained,
        OperationCanceledException when cancelled => Error("Interrupted", "The operation was stopped before it was finished. What existed by then is in the state."),
        UnknownConfigurationException e => Error("The provider is not configured yet", e.Message),
        ModelException e => new Diagnostic(Severity.Error, "Invalid value", e.Message, e.Path),
        WireException e => new Diagnostic(Severity.Error, "Terraform sent a value that the provider cannot read", e.Message, e.Path),
        UnknownTypeException e => Error("Unknown type", $"{e.Message} Is the provider's version the one that the configuration was written for?"),
        _ => Error(
            "The provider failed unexpectedly",
            $"{exception.GetType().Name}: {exception.Message}\n\nThis is a bug in the provider; please report it, with the steps that led here:\n{exception.StackTrace}"),
    };

    // Whatever it does there, the user shall read of what failed first.
    private static Diagnostic? InItsOwnWords(Exception exception, Provider provider)
    {
        try
        {
            return provider.Explain(exception);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static Diagnostic Error(string summary, string detail) => new(Severity.Error, summary, detail, AttributePath.Root);
}
