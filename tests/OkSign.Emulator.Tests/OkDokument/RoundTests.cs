using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class RoundTests
{
    private const string EvaNova = "Eva Nova";

    private static readonly Dictionary<string, string> AllValues = new()
    {
        ["TC_city"] = "Nitra",
        ["CR_agree"] = "1",
        ["RC_term"] = "long",
        ["CBC_country"] = "cz",
    };

    [Fact]
    public async Task Sign_Tag_IsSignedAtItsPlace()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        byte[] pdf = TestPdf.WithPages("First page", "Sign here: _SO1_");
        (double _, double tagY) = TestPdf.PlaceOf(pdf, 2, "_SO1_");
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(pdf, "tags"));

        await service.SignAsync(registered, new DocumentSigningScript { SignerName = "Eva" });

        byte[] signed = await service.DownloadAsync(registered.DocumentId);
        Assert.Equal("signed", await service.StateAsync(registered.DocumentId));
        Assert.Equal(2, TestPdf.PageCount(signed));
        Assert.DoesNotContain("Eva", TestPdf.WordsOf(signed, 1), StringComparison.Ordinal);
        (double _, double y) = TestPdf.PlaceOf(signed, 2, "Eva");
        Assert.InRange(y, tagY, tagY + 50);
    }

    [Fact]
    public async Task Sign_WithoutTheStateTags_KnowsNoTag()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestPdf.WithPages("_SC1_"), "tosign"));

        var script = new DocumentSigningScript { Signatures = ["_SC1_"] };

        Assert.Equal("The round has no field \"_SC1_\" to sign.", (await service.RefusedAsync(registered, script)).Message);
    }

    [Theory]
    [InlineData("_SC1_", true)]
    [InlineData("_SC5_", true)]
    [InlineData("_S1_", true)]
    [InlineData("_SO1_", false)]
    [InlineData("_SO5_", false)]
    public async Task Sign_TagLeftOut_IsRefusedWhenItIsCompulsory(string tag, bool isCompulsory)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestPdf.WithPages(tag), "tags"));
        var script = new DocumentSigningScript { Signatures = [] };

        if (isCompulsory)
        {
            Assert.Equal($"Field \"{tag}\" is compulsory and not signed.", (await service.RefusedAsync(registered, script)).Message);
            Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
        }
        else
        {
            await service.SignAsync(registered, script);
            Assert.Equal("signed", await service.StateAsync(registered.DocumentId));
        }
    }

    [Theory]
    [InlineData("_SO6_")]
    [InlineData("_sig1_")]
    [InlineData("_S0_")]
    public async Task Sign_OtherTexts_AreNoTags(string text)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestPdf.WithPages(text), "tags"));

        await service.RefusedAsync(registered, new DocumentSigningScript { Signatures = [text] });
    }

    [Fact]
    public async Task Sign_FormOfAllKinds_ShowsValuesAndSignatures()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestForm.WithAllKinds()));

        await service.SignAsync(registered, new DocumentSigningScript { SignerName = EvaNova, Values = AllValues });

        byte[] signed = await service.DownloadAsync(registered.DocumentId);
        string words = TestPdf.WordsOf(signed);
        Assert.Contains("This is the form", words, StringComparison.Ordinal);
        Assert.Contains("Nitra", words, StringComparison.Ordinal);
        Assert.Contains("old note", words, StringComparison.Ordinal);
        Assert.Contains("Czechia", words, StringComparison.Ordinal);
        Assert.Equal(3, words.Split(EvaNova).Length);
        (double x, double y) = TestPdf.PlaceOf(signed, 1, "Nitra");
        Assert.InRange(x, 50, 60);
        Assert.InRange(842 - y, 500, 520);
    }

    [Theory]
    [InlineData(0, 100, 700, 250, 750, 100, 92)]
    [InlineData(90, 100, 700, 250, 750, 700, 100)]
    [InlineData(180, 100, 700, 250, 750, 345, 700)]
    [InlineData(270, 100, 700, 250, 750, 92, 345)]
    public async Task Sign_FieldOnATurnedPage_IsWhereAViewerShowsIt(int rotation, int left, int bottom, int right, int top, int shownX, int shownY)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        byte[] pdf = TestForm.OnPage($"/Rotate {rotation}", TestForm.Signature("SC_a", $"{left} {bottom} {right} {top}"));
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(pdf));

        await service.SignAsync(registered, new DocumentSigningScript { SignerName = "Eva" });

        (double x, double y) = TestPdf.PlaceOf(await service.DownloadAsync(registered.DocumentId), 1, "Eva");
        Assert.InRange(x, shownX, shownX + 20);
        Assert.InRange(y, shownY, shownY + 20);
    }

    [Theory]
    [InlineData("TC_city", "", "\"TC_city\" is compulsory and has no value")]
    [InlineData("CR_agree", "0", "\"CR_agree\" is compulsory")]
    [InlineData("RC_term", "", "\"RC_term\" is compulsory")]
    [InlineData("CBC_country", "", "\"CBC_country\" is compulsory")]
    [InlineData("RC_term", "forever", "\"RC_term\" does not take the value \"forever\"")]
    [InlineData("CBC_country", "pl", "\"CBC_country\" does not take")]
    [InlineData("CR_agree", "maybe", "\"CR_agree\" does not take")]
    [InlineData("note", "a note of more than twenty characters", "\"note\" does not take")]
    [InlineData("SC_tenant", "x", "no field \"SC_tenant\" to fill in")]
    [InlineData("unknown", "x", "no field \"unknown\" to fill in")]
    public async Task Sign_BadValue_IsRefusedAndChangesNothing(string name, string value, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestForm.WithAllKinds()));
        var script = new DocumentSigningScript { Values = new Dictionary<string, string>(AllValues) { [name] = value } };

        Assert.Contains(problem, (await service.RefusedAsync(registered, script)).Message, StringComparison.Ordinal);

        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
        await service.SignAsync(registered, script with { Values = AllValues });
    }

    [Fact]
    public async Task Sign_IgnoreRequired_LetsKindsBeLeftOut()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest(TestForm.WithAllKinds());
        request["ignoreRequired"] = new JsonArray("TEXT", "CHECKBOX", "RADIO", "COMBOBOX");
        Registered registered = await service.CreateAsync(request);

        var refusal = await service.RefusedAsync(registered, new DocumentSigningScript { Signatures = [] });
        await service.SignAsync(registered);

        Assert.Contains("SC_tenant", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TCity", "", false)]
    [InlineData("TC", "", true)]
    [InlineData("TC1", "", true)]
    [InlineData("_TC_city_", "", true)]
    [InlineData("TO_city", "", false)]
    [InlineData("city", "/Ff 2", true)]
    [InlineData("TC_city", "/Ff 1", false)]
    public async Task Sign_TextLeftEmpty_IsRefusedByNameOrFlag(string name, string entries, bool isCompulsory)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        byte[] pdf = TestForm.WithFields(TestForm.Text(name, "50 500 200 520", entries));
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(pdf));

        Exception? refusal = await Record.ExceptionAsync(() => service.SignAsync(registered));

        Assert.Equal(isCompulsory, refusal is EmulatedSigningException);
    }

    [Fact]
    public async Task Sign_FieldConfig_PrefillsAndFreezes()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest(TestForm.WithAllKinds());
        request["fieldConfig"] = new JsonArray(
            Setting("TC_city", "Trnava", readOnly: true),
            Setting("note", "changed"),
            Setting("CR_agree", "1"),
            Setting("RC_term", "short"),
            Setting("CBC_country", "sk"),
            Setting("nothing", "x"));
        Registered registered = await service.CreateAsync(request);

        var frozen = new DocumentSigningScript { Values = new Dictionary<string, string> { ["TC_city"] = "Nitra" } };
        Assert.Contains("no field \"TC_city\"", (await service.RefusedAsync(registered, frozen)).Message, StringComparison.Ordinal);
        await service.SignAsync(registered, new DocumentSigningScript { Values = new Dictionary<string, string> { ["note"] = "mine" } });

        string words = await service.WordsAsync(registered.DocumentId);
        Assert.Contains("Trnava", words, StringComparison.Ordinal);
        Assert.Contains("Slovakia", words, StringComparison.Ordinal);
        Assert.Contains("mine", words, StringComparison.Ordinal);
        Assert.DoesNotContain("changed", words, StringComparison.Ordinal);
        Assert.DoesNotContain("old note", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"SIGNATURE": ["SO_witness"]}""")]
    [InlineData("""{"SIGNATURE": "SO_witness"}""")]
    [InlineData("""{"SIGNATURE": "; SO_witness ;SO_other"}""")]
    public async Task Sign_AllowedFields_AreTheOnlyOnesOfTheRound(string allowed)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest(TestForm.WithAllKinds());
        request["allowedFields"] = JsonNode.Parse(allowed);
        Registered registered = await service.CreateAsync(request);

        // The compulsory field is not in sight, so it need not be signed, and cannot.
        var other = new DocumentSigningScript { Values = AllValues, Signatures = ["SC_tenant"] };
        Assert.Contains("no field \"SC_tenant\" to sign", (await service.RefusedAsync(registered, other)).Message, StringComparison.Ordinal);
        await service.SignAsync(registered, new DocumentSigningScript { SignerName = EvaNova, Values = AllValues });

        Assert.Equal(2, (await service.WordsAsync(registered.DocumentId)).Split(EvaNova).Length);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"SIGNATURE": ""}""")]
    [InlineData("""{"SIGNATURE": []}""")]
    [InlineData("""{"DRAWING": ["x"]}""")]
    public async Task Sign_NothingNamedAsAllowed_AllowsAll(string allowed)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest(TestForm.WithAllKinds());
        request["allowedFields"] = JsonNode.Parse(allowed);
        Registered registered = await service.CreateAsync(request);

        await service.SignAsync(registered, new DocumentSigningScript { SignerName = EvaNova, Values = AllValues });

        Assert.Equal(3, (await service.WordsAsync(registered.DocumentId)).Split(EvaNova).Length);
    }

    [Fact]
    public async Task Sign_AllowedText_LimitsWhatIsFilledIn()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest(TestForm.WithAllKinds());
        request["allowedFields"] = new JsonObject { ["TEXT"] = new JsonArray("note") };
        Registered registered = await service.CreateAsync(request);

        var refusal = await service.RefusedAsync(registered, new DocumentSigningScript { Values = AllValues });

        Assert.Contains("no field \"TC_city\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_TwoRounds_ShowBothAndFreezeTheFieldsAfterTheFirst()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest(TestForm.WithAllKinds());
        request["allowedFields"] = new JsonObject { ["SIGNATURE"] = new JsonArray("SC_tenant") };
        Registered first = await service.CreateAsync(request);
        await service.SignAsync(first, new DocumentSigningScript { SignerName = EvaNova, Values = AllValues });
        JsonObject next = DokumentService.NextRound(first.DocumentId);
        next["fieldConfig"] = new JsonArray(Setting("TC_city", "Trnava"));
        Registered second = await service.CreateAsync(next);

        var late = new DocumentSigningScript { Values = new Dictionary<string, string> { ["note"] = "too late" } };
        Assert.Contains("no field \"note\"", (await service.RefusedAsync(second, late)).Message, StringComparison.Ordinal);
        var again = new DocumentSigningScript { Signatures = ["SC_tenant"] };
        Assert.Contains("no field \"SC_tenant\"", (await service.RefusedAsync(second, again)).Message, StringComparison.Ordinal);
        await service.SignAsync(second, new DocumentSigningScript { SignerName = "Jan Novak" });

        string words = await service.WordsAsync(first.DocumentId);
        Assert.Equal(first.DocumentId, second.DocumentId);
        Assert.Contains(EvaNova, words, StringComparison.Ordinal);
        Assert.Contains("Jan Novak", words, StringComparison.Ordinal);
        Assert.Contains("Nitra", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Trnava", words, StringComparison.Ordinal);
        Assert.Equal("2", await service.CounterAsync("actual", "acme.usedSignatureRequests"));
    }

    [Theory]
    [InlineData(null, false, 1)]
    [InlineData(true, false, 1)]
    [InlineData(false, false, 0)]
    [InlineData(null, true, 0)]
    [InlineData(true, true, 1)]
    public async Task Sign_Anywhere_IsByRuleOrWhereThereAreNoFields(bool? rule, bool hasField, int expected)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        byte[] pdf = TestForm.WithFields(TestForm.Signature(hasField ? "SO_a" : "", "50 600 200 650"));
        JsonObject request = DokumentService.NewRequest(pdf);
        request["rules"] = rule is null ? [] : new JsonObject { ["signAnywhereEnabled"] = rule };
        request["allowedFields"] = new JsonObject { ["SIGNATURE"] = "SO_other" };
        Registered registered = await service.CreateAsync(request);

        await service.SignAsync(registered, new DocumentSigningScript { SignerName = EvaNova });

        Assert.Equal(expected, (await service.WordsAsync(registered.DocumentId)).Split(EvaNova).Length - 1);
    }

    [Fact]
    public async Task Sign_AnywhereInManyRounds_KeepsEverySignatureLegible()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered round = await service.CreateAsync();
        string[] names = ["Anna", "Boris", "Cyril", "Dana"];
        foreach (string name in names)
        {
            await service.SignAsync(round, new DocumentSigningScript { SignerName = name });
            round = await service.CreateAsync(DokumentService.NextRound(round.DocumentId));
        }

        byte[] signed = await service.DownloadAsync(round.DocumentId);
        Assert.Equal(4, names.Select(name => TestPdf.PlaceOf(signed, 1, name)).Distinct().Count());
    }

    [Theory]
    [InlineData("signAnywhereEnabled-false", 0)]
    [InlineData("signAnywhere-false", 0)]
    [InlineData("guiSignerName-Eva Nova_guiRequestSignerName-true_signAnywhereEnabled-true", 1)]
    [InlineData("guiSignerName-Eva Nova_emailNotification", 1)]
    public async Task Sign_RulesAsText_AreFollowed(string rules, int expected)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest();
        request["rules"] = rules;
        Registered registered = await service.CreateAsync(request);

        await service.SignAsync(registered);

        string words = await service.WordsAsync(registered.DocumentId);
        Assert.Equal(expected, words.Split(EvaNova).Length - 1);
        Assert.Equal(expected, words.Split("2026").Length - 1);
    }

    [Theory]
    [InlineData(true, "Eva", "Jana", "Jana")]
    [InlineData(true, "Eva", null, "Eva")]
    [InlineData(false, "Eva", "Jana", "Eva")]
    [InlineData(false, null, "Jana", "Jana")]
    [InlineData(false, null, null, "Signer")]
    public async Task Sign_Name_IsThatOfTheRuleOrTheSigner(bool isAsked, string? rule, string? given, string expected)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest();
        request["rules"] = new JsonObject { ["guiRequestSignerName"] = isAsked, ["guiSignerName"] = rule ?? "" };
        Registered registered = await service.CreateAsync(request);

        await service.SignAsync(registered, new DocumentSigningScript { SignerName = given });

        Assert.Contains($"{expected} 02.03.2026 09:15", await service.WordsAsync(registered.DocumentId), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData(" ", "missing")]
    [InlineData("12345678901234567890123456789012345678901", "longer than 40")]
    public async Task Sign_NameAskedForAndNoneGiven_IsRefused(string? given, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest();
        request["rules"] = new JsonObject { ["guiRequestSignerName"] = true };
        Registered registered = await service.CreateAsync(request);

        var refusal = await service.RefusedAsync(registered, new DocumentSigningScript { SignerName = given });

        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yyyy/MM/dd", "2026/03/02")]
    [InlineData("%", "02.03.2026 09:15")]
    public async Task Sign_DatePattern_IsPrintedWhenItIsOne(string pattern, string expected)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest();
        request["rules"] = new JsonObject { ["guiSignerDate"] = pattern };
        Registered registered = await service.CreateAsync(request);

        await service.SignAsync(registered);

        Assert.Contains(expected, await service.WordsAsync(registered.DocumentId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_Twice_IsRefused()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();
        await service.SignAsync(registered);

        Assert.Equal("The signature request is finished.", (await service.RefusedAsync(registered)).Message);
        DokumentService.AssertRefused(
            await service.GetAsync(registered.Url.AbsoluteUri), System.Net.HttpStatusCode.BadRequest, "err.signature.request.finished", registered.Id);
    }

    [Fact]
    public async Task Sign_ManyTimesAtOnce_SignsOnce()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        // Many pages, so that the signings would overlap.
        byte[] pdf = TestPdf.WithPages([.. Enumerable.Range(1, 100).Select(page => $"Page {page}")]);
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(pdf));

        Task<Uri?>[] signings = [.. Enumerable.Range(0, 8).Select(_ => service.SignAsync(registered))];
        foreach (Task signing in signings)
        {
            await Record.ExceptionAsync(() => signing);
        }

        Assert.Equal(1, signings.Count(signing => signing.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Sign_AnotherRequestOfTheDocument_IsOvertaken()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered first = await service.CreateAsync();
        Registered second = await service.CreateAsync(DokumentService.NextRound(first.DocumentId, changeState: false));

        await service.SignAsync(second);

        Assert.Equal("The signature request is finished.", (await service.RefusedAsync(first)).Message);
    }

    [Fact]
    public async Task Sign_WhileTagsAreSearched_MustWait()
    {
        await using DokumentService service = await DokumentService.StartAsync(options => options.TagSearchDelay = TimeSpan.FromMinutes(1));
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestPdf.WithPages("_SC1_"), "tags"));

        Assert.Equal("tags", await service.StateAsync(registered.DocumentId));
        Assert.Contains("searched for tags", (await service.RefusedAsync(registered)).Message, StringComparison.Ordinal);
        service.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
        await service.SignAsync(registered);
    }

    [Fact]
    public async Task Cancel_Document_IsCanceledAndKeepsWhatWasSigned()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered first = await service.CreateAsync();
        await service.SignAsync(first, new DocumentSigningScript { SignerName = EvaNova });
        Registered second = await service.CreateAsync(DokumentService.NextRound(first.DocumentId));

        await service.CancelAsync(second);

        Assert.Equal("canceled", await service.StateAsync(first.DocumentId));
        Assert.Contains(EvaNova, await service.WordsAsync(first.DocumentId), StringComparison.Ordinal);
        await service.RefusedAsync(second);
    }

    [Theory]
    [InlineData("<</FT/Sig/T(a)/Rect[1 2]/P 3 0 R>>")]
    [InlineData("<</FT/Tx/T(a)/Rect[0 0 0 0]/P 3 0 R/V(text)>>")]
    [InlineData("<</FT/Tx/T(a)/Rect[-900 -900 9000 9000]/P 3 0 R/V(text)>>")]
    [InlineData("<</FT/Tx/T(a)/Rect[1 2 3 4]/P 5 0 R/V(text)>>")]
    [InlineData("<</FT/Btn/Ff 49152/T(a)/Kids 99>>")]
    [InlineData("<</FT/Ch/Ff 131072/T(a)/Rect[1 2 3 4]/Opt 5/P 3 0 R>>")]
    public async Task Sign_StrangeForm_IsPossible(string field)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestForm.WithFields(field)));

        await service.SignAsync(registered);

        Assert.Equal("signed", await service.StateAsync(registered.DocumentId));
    }

    [Fact]
    public async Task Create_DamagedForm_IsRefused()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.TryCreateAsync(DokumentService.NewRequest(TestForm.WithFields("[1 2 3]")));

        DokumentService.AssertRefused(
            answer, System.Net.HttpStatusCode.BadRequest, "err.invalid.request", "The form of the PDF is damaged");
    }

    [Fact]
    public async Task Sign_BoxAndButton_AreCrossedAtTheirPlaces()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestForm.WithAllKinds()));

        await service.SignAsync(registered, new DocumentSigningScript { Values = AllValues });

        byte[] signed = await service.DownloadAsync(registered.DocumentId);
        Assert.True(TestPdf.HasLinesIn(signed, 1, 50, 450, 70, 470), "CR_agree");
        Assert.True(TestPdf.HasLinesIn(signed, 1, 100, 400, 120, 420), "long");
        Assert.False(TestPdf.HasLinesIn(signed, 1, 50, 400, 70, 420), "short");
        Assert.False(TestPdf.HasAnnotations(signed));
        Assert.True(TestPdf.HasAnnotations(TestForm.WithAllKinds()));
    }

    [Fact]
    public async Task Sign_BoxLeftEmpty_IsNotCrossed()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        byte[] pdf = TestForm.WithFields(TestForm.Widget("CO_news", "50 450 70 470", "/FT/Btn/AP<</N<</Yes 4 0 R/Off 4 0 R>>>>/V/Yes/AS/Yes"));
        Registered ticked = await service.CreateAsync(DokumentService.NewRequest(pdf));
        Registered empty = await service.CreateAsync(DokumentService.NewRequest(pdf));

        await service.SignAsync(ticked);
        await service.SignAsync(empty, new DocumentSigningScript { Values = new Dictionary<string, string> { ["CO_news"] = "false" } });

        Assert.True(TestPdf.HasLinesIn(await service.DownloadAsync(ticked.DocumentId), 1, 50, 450, 70, 470));
        Assert.False(TestPdf.HasLinesIn(await service.DownloadAsync(empty.DocumentId), 1, 50, 450, 70, 470));
    }

    private static JsonObject Setting(string name, string value, bool readOnly = false)
        => new() { ["name"] = name, ["value"] = value, ["readOnly"] = readOnly };
}
