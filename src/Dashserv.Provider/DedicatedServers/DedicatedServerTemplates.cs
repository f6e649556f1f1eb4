using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What an operating system is called: by its template's id, by its name, and by what is installed.</summary>
internal sealed class DedicatedServerTemplates(Session session, CancellationToken cancellationToken)
{
    /// <summary>The template that a user's word means.</summary>
    /// <exception cref="ProblemException">None, or more than one.</exception>
    public async Task<Template> ResolveAsync(string wanted)
    {
        var templates = await session.Catalogue.TemplatesAsync(cancellationToken);
        var found = Matches.Find(templates, wanted, t => [t.Id, t.Name]);
        return found.Count == 1
            ? found[0]
            : throw new ProblemException(
                found.Count == 0 ? "No such template" : "Ambiguous template",
                $"\"{wanted}\" {(found.Count == 0 ? "is not a template" : "could mean more than one template")}. "
                + $"Allowed: {OptionProblem.List((found.Count == 0 ? templates : found).Select(t => $"{t.Name} ({t.Id})"))}. "
                + "A choice of the order form that is no template, such as one without an installation, goes into options.",
                AttributePath.Of("template"));
    }

    /// <summary>The same where the API may not be able to say.</summary>
    /// <param name="wanted">The user's word.</param>
    /// <param name="words">What is said then.</param>
    /// <exception cref="ProblemException">Also where the templates can't be had.</exception>
    public Task<Template> CheckAsync(string wanted, FailureWords words) => FailureTranslator.ReadAsync(_ => words, () => ResolveAsync(wanted));

    /// <summary>The same before anything is ordered.</summary>
    /// <param name="wanted">The user's word.</param>
    /// <param name="wayOut">How to do without asking, where one can.</param>
    public Task<Template> CheckAsync(string wanted, string? wayOut) =>
        CheckAsync(wanted, OrderWords.NotKnown("The templates can't be had", "template", wayOut));

    /// <summary>What is installed, where the API's word for it is a template's: it need not be.</summary>
    public async Task<string?> NamedAsync(string? os) =>
        os is not null && Matches.Find(await session.Catalogue.TemplatesAsync(cancellationToken), os, t => [t.Id, t.Name]).Count == 1 ? os : null;

    /// <summary>Whether two words mean the same operating system.</summary>
    public async Task<bool> MeanSameAsync(string wanted, IReadOnlyList<string> known)
    {
        if (known.Any(k => LooseText.Same(k, wanted)))
        {
            return true;
        }

        var words = new FailureWords(
            "The templates can't be had", $"Without them it cannot be told whether \"{wanted}\" only is another word for what is installed. Nothing was done.")
                .On("template");
        var all = await FailureTranslator.ReadAsync(_ => words, () => session.Catalogue.TemplatesAsync(cancellationToken));
        return Matches.Find(all, wanted, t => [t.Id, t.Name]) is [{ } template]
            && known.Any(k => LooseText.Same(k, template.Id) || LooseText.Same(k, template.Name));
    }
}
