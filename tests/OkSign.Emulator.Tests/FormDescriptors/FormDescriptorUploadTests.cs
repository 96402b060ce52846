using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.FormDescriptors;

public class FormDescriptorUploadTests
{
    [Fact]
    public async Task Upload_TwoSigners_AnswersALinkForEach()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();

        JsonElement[] signers = [.. (await service.TryDescribeAsync(docid, Descriptors.AnnaAndBertSign())).Ok.EnumerateArray()];

        Assert.Equal(["Anna Example", "Bert Example"], signers.Select(signer => signer.GetProperty("name").GetString()));
        Assert.Equal([Descriptors.Anna, Descriptors.Bert], signers.Select(signer => signer.GetProperty("id").GetString()));
        string[] urls = [.. signers.Select(signer => signer.GetProperty("url").GetString()!)];
        Assert.All(urls, url => Assert.Matches(@"^http://127\.0\.0\.1:\d+/sign/[0-9A-F]{48}$", url));
        Assert.Equal(2, urls.Distinct().Count());
    }

    public static TheoryData<string, string> Problems => new()
    {
        { "{}", "fields must have at least one field" },
        { """{"fields": []}""", "fields must have at least one field" },
        { """{"fields": {}}""", "fields must be an array" },
        { """{"fields": [1]}""", "fields[0] must be an object" },
        { Change(first => first.Remove("inputtype")), "fields[0].inputtype is missing" },
        { Change(first => first["inputtype"] = "Radio"), "inputtype \"Radio\" is not known" },
        { Change(first => first["inputtype"] = "3"), "inputtype \"3\" is not known" },
        { Change(first => first["inputtype"] = 3), "inputtype must be a string" },
        { Change(first => first.Remove("name")), "name is missing" },
        { Change(first => first["name"] = ""), "name is empty" },
        { Change(first => first.Remove("signerid")), "signerid is missing" },
        { Change(first => first["signerid"] = "bt_nobody"), "signerid \"bt_nobody\" of a field is not in signersinfo" },
        { Change(first => first["pagenbr"] = 1), "pagenbr 1 is not a page" },
        { Change(first => first["pagenbr"] = -1), "pagenbr -1 is not a page" },
        { Change(first => first["pagenbr"] = 0.5), "pagenbr must be a whole number" },
        { Change(first => first["pagenbr"] = "0"), "pagenbr must be a number" },
        { Change(first => first.Remove("posX")), "missing: posX" },
        { Change(first => first["posX"] = -10), "not inside page 0" },
        { Change(first => first["posX"] = 500), "not inside page 0" },
        { Change(first => first["posY"] = 800), "not inside page 0" },
        { Change(first => first["width"] = 0), "width must be more than 0" },
        { Change(first => first["height"] = -1), "height must be more than 0" },
        { Change(first => first["marker"] = "#NOWHERE#"), "marker \"#NOWHERE#\" does not occur" },
        { Change(first => first["required"] = "yes"), "required must be true or false" },
        { Change(first => first["signingoptions"] = Descriptors.Options("fax")), "fax is not a known signing method" },
        { Change(first => first["signingoptions"] = new JsonObject()), "at least one signing method" },
        { Change(first => first["signingoptions"] = new JsonObject { ["pen"] = false }), "at least one signing method" },
        { Change(first => first["signingoptions"] = new JsonObject { ["pen"] = "yes" }), "pen must be an object" },
        { Change(first => first["signingoptions"] = "pen"), "signingoptions must be an object" },
        { Change(first => first["inputtype"] = "Select"), "selectoptions must have at least one" },
        { ChangeRoot(root => root["fields"]!.AsArray().Add(root.FirstField().DeepClone())), "fields[1].name \"SIG_ANNA\" is already" },
        { ChangeRoot(root => root.FirstSigner().Remove("id")), "signersinfo[0].id is missing" },
        { ChangeRoot(root => root.FirstSigner().Remove("name")), "signersinfo[0].name is missing" },
        { ChangeRoot(root => root["signersinfo"] = "Anna"), "signersinfo must be an array" },
        { ChangeRoot(root => root["workflow"] = Descriptors.Workflow(("bt_nobody", 1))), "workflow[0].id \"bt_nobody\" is not a signer" },
        { ChangeRoot(root => root["workflow"] = Descriptors.Workflow((Descriptors.Anna, 0))), "sequence must be 1 or more" },
        { ChangeRoot(root => root["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Anna, 2))), "has a sequence already" },
        { ChangeRoot(root => root["notifications"] = Mail("bt_nobody", "en")), "notifications.smtp.to: \"bt_nobody\" is not a signer" },
        { ChangeRoot(root => root["notifications"] = Mail(Descriptors.Anna, "sk")), "language \"sk\" is not one of" },
        { ChangeRoot(root => root["notifications"] = new JsonObject { ["sms"] = new JsonObject() }), "notifications.sms.to must name" },
        { ChangeRoot(root => root["filename"] = "a/b.pdf"), "filename: The file name must not have a path" },
        { ChangeRoot(root => root["filename"] = ""), "filename: The file name is empty" },
        { ChangeRoot(root => root["reusable"] = 1), "reusable must be true or false" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Upload_ProblemInTheDescriptor_IsTold(string descriptor, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();

        Answer answer = await service.PostJsonAsync("v1/formdesc/upload", docid, descriptor);

        Assert.Contains(problem, answer.Problems, StringComparison.Ordinal);
        Assert.Equal("FAILED", (await service.GetAsync("v1/formdesc/retrieve", docid)).Status);
    }

    [Fact]
    public async Task Upload_OneProblem_IsAString_AndSeveralAreAnArray()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();

        Answer one = await service.PostJsonAsync("v1/formdesc/upload", docid, Change(first => first["posX"] = -10));
        Answer several = await service.PostJsonAsync("v1/formdesc/upload", docid, Change(field =>
        {
            field["posX"] = -10;
            field["required"] = "yes";
        }));

        Assert.Equal(JsonValueKind.String, one.Reason.ValueKind);
        Assert.Equal(2, several.Reason.GetArrayLength());
    }

    [Theory]
    [InlineData("Checkbox")]
    [InlineData("CheckBox")]
    [InlineData("text")]
    [InlineData("TextArea")]
    [InlineData("Date")]
    public async Task Upload_KnownInputType_IsAcceptedInAnyLetterCase(string inputType)
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();

        JsonObject field = Descriptors.Field(inputType, "EXTRA", Descriptors.Anna);
        Answer answer = await service.TryDescribeAsync(docid, Descriptors.AnnaFillsIn(field));

        Assert.Equal("OK", answer.Status);
    }

    [Fact]
    public async Task Upload_MemberNamesInOtherLetterCase_AreUnderstood()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        string descriptor = Descriptors.AnnaSigns().ToJsonString()
            .Replace("signerid", "SignerID", StringComparison.Ordinal)
            .Replace("posX", "posx", StringComparison.Ordinal)
            .Replace("signersinfo", "signersInfo", StringComparison.Ordinal);

        Assert.Equal("OK", (await service.PostJsonAsync("v1/formdesc/upload", docid, descriptor)).Status);
    }

    [Fact]
    public async Task Upload_SigningOptionsInTheLongFormOrAsBooleans_AreUnderstood()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        var descriptor = Descriptors.AnnaSigns();
        descriptor.FirstField()["signingoptions"] = JsonNode.Parse(
            """
            { "eid": false, "pen": true,
              "tan": { "identification": { "name": "Signer-1" }, "verification": { "gsm": { "msisdns": ["+32470000077"] } } } }
            """);
        Uri link = (await service.DescribeAsync(docid, descriptor))[Descriptors.Anna];

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(link, new SigningScript { Method = "eid" }));
        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(link, new SigningScript { Method = "tan" }));
        await service.SignAsync(link, new SigningScript { Method = "tan", Mobile = "+32470000077" });
    }

    [Fact]
    public async Task Upload_NoSignersInfo_LinksTheOwnersOfFields()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        var descriptor = Descriptors.AnnaSigns();
        descriptor.Remove("signersinfo");

        Dictionary<string, Uri> links = await service.DescribeAsync(docid, descriptor);

        Assert.Equal([Descriptors.Anna], links.Keys);
    }

    [Fact]
    public async Task Upload_SameSignerListedTwice_IsLinkedOnce()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        var descriptor = Descriptors.AnnaSigns();
        descriptor["signersinfo"]!.AsArray().Add(Descriptors.AnnaInfo());

        Assert.Equal(1, (await service.TryDescribeAsync(docid, descriptor)).Ok.GetArrayLength());
    }

    [Fact]
    public async Task Upload_FieldOfAUserOfTheAccount_NeedsNoSignersInfo()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        string user = new OkSignEmulatorOptions().Users[0].SignerId;
        var descriptor = Descriptors.AnnaSigns("pen");
        descriptor["fields"]!.AsArray().Add(Descriptors.Signature("SIG_OWNER", user, posY: 500, methods: ["pen"]));

        Dictionary<string, Uri> links = await service.DescribeAsync(docid, descriptor);

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[user]));
        await service.SignAsync(links[Descriptors.Anna]);
        await service.SignAsync(links[user]);
    }

    [Fact]
    public async Task Upload_Again_ReplacesTheDescriptorAndKeepsTheLinks()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        Dictionary<string, Uri> before = await service.DescribeAsync(docid, Descriptors.AnnaAndBertSign());

        Dictionary<string, Uri> after = await service.DescribeAsync(docid, Descriptors.AnnaSigns());

        Assert.Equal([Descriptors.Anna], after.Keys);
        Assert.Equal(before[Descriptors.Anna], after[Descriptors.Anna]);
        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(before[Descriptors.Bert]));
    }

    [Fact]
    public async Task Upload_AgainAfterASignature_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, _) = await service.SignedByAnnaAsync();

        Answer answer = await service.TryDescribeAsync(source, Descriptors.AnnaSigns());

        Assert.Contains("signed already", answer.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_ForASignedCopy_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        (_, string signed) = await service.SignedByAnnaAsync();

        Answer answer = await service.TryDescribeAsync(signed, Descriptors.AnnaSigns());

        Assert.Contains("source document", answer.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_UnknownDocument_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Equal("Document does not exist", (await service.TryDescribeAsync("unknown", Descriptors.AnnaSigns())).Problems);
    }

    private static JsonObject Mail(string to, string language) => new()
    {
        ["smtp"] = new JsonObject { ["to"] = new JsonArray(to), ["subject"] = "Please sign", ["language"] = language },
    };

    private static string Change(Action<JsonObject> change) => ChangeRoot(root => change(root.FirstField()));

    private static string ChangeRoot(Action<JsonObject> change)
    {
        JsonObject descriptor = Descriptors.AnnaSigns("pen");
        change(descriptor);
        return descriptor.ToJsonString();
    }
}
