using Dashserv.Api;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Matching;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>On which attribute an order's refusal is told, and with which advice.</summary>
public sealed class OrderWordsTests
{
    private static readonly OrderArguments Arguments = new()
    {
        Product = "vserver:configure",
        Typed =
        [
            new OrderArgument("cores", ArgumentType.Number, OptionNames.Cores, "2"),
            new OrderArgument("image", ArgumentType.OperatingSystem, OptionNames.OperatingSystem, default),
            new OrderArgument("place", ArgumentType.Text, ["location"], default),
        ],
        Options = new Dictionary<string, Value<string>> { ["raid"] = "1" },
    };

    [Theory]
    [InlineData("cpu", "cores")]
    [InlineData("os", "image")]
    [InlineData("raid", "options[\"raid\"]")]
    [InlineData("interval", "period")]
    [InlineData("location", "location")]
    [InlineData("package", "package")]
    [InlineData("slots", "options")]
    [InlineData(null, "")]
    public void Refused_Field_IsTheAttributeThatFedIt(string? field, string attribute) =>
        Assert.Equal(attribute, OrderWords.Refused(Failure(ApiErrorKind.InvalidField, field), Arguments).Path.ToString());

    [Fact]
    public void Refused_FieldNobodySaidAnythingOf_SaysHowToAndWhatShowsTheForm() => Assert.Equal(
        "To say what slots shall be, add it to options: options = { slots = \"…\" }. The data source dashserv_order_form shows what the form asks for.",
        OrderWords.Refused(Failure(ApiErrorKind.InvalidField, "slots"), Arguments).Hint);

    [Fact]
    public void Refused_FieldOfAnAttribute_HasNoHint() => Assert.Null(OrderWords.Refused(Failure(ApiErrorKind.InvalidField, "cpu"), Arguments).Hint);

    [Theory]
    [InlineData(ApiErrorKind.Rejected, "Nothing was ordered. If \"vserfer\" is mistyped: dashserv sells", true)]
    [InlineData(ApiErrorKind.InvalidRoute, "Nothing was ordered. If \"vserfer\" is mistyped: dashserv sells", true)]
    [InlineData(ApiErrorKind.Gone, "The API has no order form for \"vserfer\". Nothing was ordered. dashserv sells", false)]
    [InlineData(ApiErrorKind.OutcomeUnknown, "Nothing was ordered. The way out.", true)]
    public void NoForm_Failure_SaysWhatThereIs(ApiErrorKind kind, string told, bool hasWayOut)
    {
        var words = OrderWords.NoForm(Failure(kind), "vserfer", "product", "The way out.");
        Assert.StartsWith(told, $"{words.Outcome} {words.WayOut}", StringComparison.Ordinal);
        Assert.Equal(("product", hasWayOut), (words.Path.ToString(), words.WayOut?.EndsWith("The way out.", StringComparison.Ordinal) == true));
    }

    private static ApiException Failure(ApiErrorKind kind, string? field = null) =>
        new("refused") { Kind = kind, Method = "POST", Path = "/v1/it", Field = field };
}
