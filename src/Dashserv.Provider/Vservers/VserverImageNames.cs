using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>What an operating system is called: by users, by the image list, by the order form.</summary>
internal sealed class VserverImageNames(Session session, CancellationToken cancellationToken)
{
    /// <summary>What a reinstallation installs: the plan of a pending order leaves open what only its delivery tells.</summary>
    /// <exception cref="ProblemException">Nobody says.</exception>
    public static string ToInstall(VserverModel plan, VserverModel actual) => (plan.Image.IsKnown ? plan.Image : actual.Image) is { IsKnown: true } image
        ? image.Known
        : throw new ProblemException(
            "An image is needed",
            $"The vserver {actual.Id} was to be reinstalled, and with what is not known: image is not set, and the API does not say what is installed. The "
                + "disk is as it was. Set image.",
            AttributePath.Of("image"));

    /// <summary>The name that a reinstallation sends.</summary>
    /// <param name="wanted">The user's word.</param>
    /// <param name="installed">What the API calls it, where it is what is installed already: the user's word may be an order form's, and no image's.</param>
    /// <exception cref="ProblemException">There is no such image, or more than one.</exception>
    public async Task<string> ResolveAsync(string wanted, string? installed = null)
    {
        var images = await session.Catalogue.VserverImagesAsync(cancellationToken);
        var found = Matches.Find(images, wanted, VserverMapping.Names);
        found = found.Count == 0 && installed is not null ? Matches.Find(images, installed, VserverMapping.Names) : found;
        return found.Count == 1
            ? found[0].Name
            : throw new ProblemException(
                found.Count == 0 ? "No such image" : "Ambiguous image",
                $"\"{wanted}\" {(found.Count == 0 ? "is not an image a vserver can be reinstalled with" : "could mean more than one image")}. "
                + $"Allowed: {OptionProblem.List((found.Count == 0 ? images : found).Select(i => i.Name))}.",
                AttributePath.Of("image"));
    }

    /// <summary>Whether an order form's word, which is no image's name, may mean what is installed: it begins as that is called, and as no other image
    /// is.</summary>
    public async Task<bool> MayMeanAsync(string wanted, string installed)
    {
        var images = await session.Catalogue.VserverImagesAsync(cancellationToken);
        return Matches.Find(images, wanted, VserverMapping.Names).Count == 0
            && images.Where(i => VserverMapping.Names(i).Any(name => LooseText.Begins(wanted, name))).ToList() is [var only]
            && VserverMapping.Names(only).Any(name => LooseText.Same(name, installed));
    }

    /// <summary>Whether a word means the operating system that a server is known to have.</summary>
    public async Task<bool> MeansSameAsync(string wanted, IReadOnlyList<string> known, string product)
    {
        if (known.Any(name => LooseText.Same(name, wanted)))
        {
            return true;
        }

        if (!session.Access.ChecksPlans)
        {
            return false;
        }

        var images = await session.Catalogue.VserverImagesAsync(cancellationToken);
        IReadOnlyList<IReadOnlyList<string>> groups = [.. images.Select(VserverMapping.Names)];
        if (groups.Any(group => group.Any(n => LooseText.Same(n, wanted)) && group.Any(n => known.Any(k => LooseText.Same(k, n)))))
        {
            return true;
        }

        var form = await session.Catalogue.FormAsync(product, cancellationToken);
        var option = OptionFinder.Find(form, ArgumentType.OperatingSystem, VserverArguments.ImageOptionNames);
        return option is not null
            && ChoiceFinder.Find(option, ArgumentType.OperatingSystem, wanted, groups) is [{ } choice]
            && known.Any(k => ChoiceFinder.Find(option, ArgumentType.OperatingSystem, k, groups) is [{ } other] && other.Value == choice.Value);
    }
}
