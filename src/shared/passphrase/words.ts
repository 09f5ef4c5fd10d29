/**
 * The list for suggested passphrases: 2,048 plain English words of three to seven letters.
 *
 * The words sound different when read aloud and are pleasant in any order. An existing passphrase does not depend on
 * this list, so the list may change.
 */
export const passphraseWords: readonly string[] = `
abacus ability academy account acorn acre acrobat admiral adult advice agenda agent agile airport album alcove
alder alert alley almanac almond amber amble amount ample amulet anchor anchovy ancient angle animal ankle anorak
answer anthem antique antler anvil apple apricot arcade arch archer arctic arena aroma arrive arrow article artisan
artist aspen athlete atlas attic author autumn avenue aviator avocado award awning axis baboon badge badger bagel
bake baker bakery balance balcony ballad ballet balloon balm bamboo banana bandage banjo banter barber barge
barista bark barley barn baron baroque barrow basil basin bask basket bassoon bat baton battery bauble bay bayou
bazaar beacon bead beak beaker beam bean bed beeswax beetle begin belfry bell bellows belt bench bicycle billow
birch bird biscuit bison bistro blanket blazer blend bloom blossom blouse boat bobbin bobcat bold bolt bonbon
bonfire bonnet bonsai book bookend boot border borough borrow bottle boulder bounce bouquet bowl box bracket
bramble branch brass breeze breezy brick bridge bridle brief brigade bright brioche brisket broad bronze brook
broom broth brunch brush bubble bucket buckle bud budget buffalo buffet buggy bugle build bulb bunny buoy bus bush
butler butter button cabbage cabin cabinet cable caddie cadence cadet cafe cake calf calico calm calorie camel
camera camp campus canal canary candle canopy canteen canyon cape capital capstan capsule captain carafe caramel
caravan carbon card careful cargo carol carpet carrot carry cart carton carve cascade cashew castle cat catch
catfish cattle cedar celery cellar cello cement centaur century chair chalk chamber channel chant chapel chapter
chariot chart charter chat cheddar cheer cheese cheetah cherry cherub chess chest chicken chicory chilly chime
chimney chisel chive chorus chowder chutney cinder cinema circle circus citadel citizen citron citrus civil clam
clap clasp classic clay clean clear clever climb clipper cloak clock closet cloth cloud clover coach coal coast
coaster coat cobalt cobble cobweb cocoa coconut coffee coin collar collect collie column comb comet comma compass
comrade concert condor conifer contest contour cookie cool copper copse coral cork corner cornet cornice coronet
cosmos costume cottage cotton couch cougar counsel count counter county courier cousin cove cover covey cowboy
cowslip coyote cradle craft crane crawl crayon cream create credit crest crew cricket crimson crisp crochet crocus
cross crouton crow crumb crust crystal cube cubicle cuckoo cuddle cuff culture cup cupcake cupola curator curious
curl curlew curly curry curtain curve cushion custard cutlery cycle cyclone cypress dabble dahlia daily dainty
dairy daisy dam damson dance dancer dapper dapple dash date dawn dazzle decade decide decimal deck decoy deep
degree delight deliver delta denim dense desk detail diagram dial dialect diamond diary dice digit dimple dine
dinghy dingo dinner diploma dish distant divan dive dogwood dolmen dolphin dome domino doodle door double dove
dragon draw drawer dream dress drive driver drizzle drum drummer dry duck duet duffel dune dust dynamo eager eagle
early earmuff earn earring earth easel east easter easy echo eclair eclipse economy edge editor effort egg elbow
elder elegant eleven elixir elk elm embassy ember emblem emerald emu encore energy engine entry envoy epoch equal
equator era errand essay estate estuary evening event exhibit expert explore express fable fabric factory fairway
fajita falcon family famous fancy fanfare farm farmer fashion fast fathom feather fedora fellow felt fence fennel
fern ferret ferry fetch fez fiction fiddle fidget field fiesta fifteen fig figure fill film filter finale finch
find fine finger firefly firm fish fjord flag flagon flannel flask flat flatbed flax fleece flicker flip float
flock floor florist flow fluffy flurry flutter fly foam focus fog foghorn foil fold folder foliage folk follow fond
fondue forest forge fork formal formula fort fortune fossil fox foyer frame frank freckle free freezer freight
fresco fresh frieze frill frog frost frosty fruit fudge full funnel funny furrow fuzzy gable galaxy gallant galleon
gallery galley gallon gallop gambol game garage garden garland garlic garment garnet gasket gateway gather gazebo
gazelle gazette gecko geese gelato general genius gentle geyser gherkin giggle gilded ginger gingham ginseng
giraffe girder give glacier glad glade glance glass gleam glide glider glimmer glimpse glisten glitter globe glossy
glove glow glue gnocchi gold golden golf gondola good goose gopher gorge gosling gourd gourmet grain grammar grand
grandma grandpa granite granola grape grass gravity gravy grebe green grid griddle griffin grocery grotto grove
grow guava guess guide guild guitar gull gully gumboot guppy gust gusto gutter gymnast habitat haddock halibut halo
hamlet hammer hammock hamper hand handbag handle handy hangar happy hardy harmony harness harp harvest hat hawk hay
hazel hazy heart hearth hearty heather hedge helium helmet help helper hemp hen herald herb herd heron herring
hexagon hiccup hideout high highway hike hill hinge history hive hobby hobnob hockey hold holly honest honey hoof
hoop hoot horizon horn horse hose hostel hotel house hover hub huge hull hum human humble hut hydrant hyphen ibis
ice iceberg icicle icing igloo iguana imagine imprint inch index indigo ink inkwell inlet insect invite invoice
iris iron island item ivory ivy jackdaw jacket jackpot jade jaguar jam jangle jar jasmine jasper jay jelly jersey
jetty jigsaw jockey jog join joiner joist jolly jonquil journal journey joyful jubilee jug juggle juice jukebox
jump jumper jungle junior juniper karate kayak keel keep keeper kennel kernel kestrel kettle khaki kimono kind
kingdom kiosk kitchen kite kitten kiwi knob koala label lace ladder ladle lagoon lake lamp land lantern lanyard
lapel lapwing larch larder large lark laser lasso lather lattice laugh launch laundry laurel lawn leaf leaflet
leafy league leap learn leather lectern lecture ledge ledger legend legume leisure lemon lemur lend lens lentil
leopard letter lettuce level lever library lichen lid lift light lighter lilac lilting lily linen linger linnet
lintel lion lioness liquid listen little lively lizard llama loaf lobby lobster local lock locket lodge lodging
loft lofty log logbook logo long loom loop lorry lotus lounge loyal lozenge lucky luggage lullaby lumber lunar
lunch lupin lynx lyric macaw machine magenta magnet magpie majesty major mallard mallet mammoth mango manor mansion
mantle map maple marble march margin marina mariner marker market marlin marmot marquee marsh martin marvel mason
mast mat match matinee mauve maximum mayor meadow measure medley mellow melody melon mend mentor menu merlin
mermaid merry message meteor method metro mica midday mighty mild mill millet mimosa mineral mingle minnow mint
minuet minute mirage mirror misty mitten mix mixture mobile model modern modest module mohair moment monarch monkey
monocle monsoon month moon mooring morsel mortar mosaic moss mossy motel motion motor motto mound move mow mud
muesli muffin mug mulch munch mural museum music myrtle nanny napkin narrow narwhal nation nature neat nebula
nectar neon nephew nest nestle net network neutron newt nibble nickel niece nimble nimbus noble nod nomad noon
north nose notch note notice nougat novel nozzle nucleus nugget number numeral nursery nut nutmeg nutty nylon oak
oasis oat oatcake oatmeal object oboe ocean ochre octagon octave octopus odyssey offer office oil olden olive
omelet onion onyx opal open opening opera opinion orange orbit orchard orchid order orderly oregano origami osprey
ostrich otter outback outer outfit outline outpost oven owl oxbow oxide oxtail oxygen oyster pack packet paddle
paddock page pageant pagoda paint painter palace palette palm pancake panda panel pansy panther papaya paper
paprika parable parade parasol parcel park parrot parsec parsley parsnip partner party passage pasta pastel pastime
pastry pasture patch path patio patron pattern pea peach peacock peanut pearl pebble pebbly pecan pedal pelican pen
pencil pendant penguin penny peony pepper peppery perch perfect perfume period permit person petal petrel pewter
phone photo phrase piano piccolo pick pickle picnic picture pie pigeon pigment pigtail pilgrim pillar pillow pilot
pine pink pint pioneer pipe pirate piston pitcher pivot pixel pizza placid plan planet plank planner plant plaster
plateau platter play player plaza plough plover pluck plucky plumage plumber pocket podium poem poet pointer poised
polar polenta polish polite polka pollen polo polygon pomelo poncho ponder pontoon pony pool popcorn poplar poppy
porch portal porter portion post poster postman pot potato potter pottery pouch poultry powder prairie praline
prawn preface prefix prelude present pretzel prince print printer prism privet prize product profile pronoun proper
proud proverb pudding puddle puffin pull pulley pumice pump pumpkin punnet pupil puppet puppy pure purple purpose
purse puzzle pylon pyramid python quail quality quarry quarter quartz quaver quest quiche quick quiet quill quilt
quince quintet quirky quiver quota rabbit raccoon race racket radar radio radish radius raft rafter ragtime rail
railing railway rainbow raisin rake rambler rampart ranch ranger rapid rare rattan ravine ravioli ray reach ready
reason rebound recall receipt recipe record redwood reef referee regal region relax relay relic remark remedy
repair repeat reply reptile resin resort result return revue reward rhubarb rhythm ribbon rice rich riddle ride
ridge ringlet rink rinse ripe ripple rise river roam roast robe robin robot robust rock rocket rod room rooster
rosette rosy rotor rotunda round rove row rowan rowboat rowing royal ruby rudder ruffle rug rugged ruler run runner
runway rush russet rust rustic saddle safari saffron saga sage sailor salad salmon salon salsa salt salute sample
sand sandal sandbar sandy sapling sardine sarong satchel satin saucer sausage savanna save sawmill scale scarf
scarlet scenery scenic scholar school science scone scoop scooter scout screen scribe scroll seafood seagull seal
seaside season seat seaweed second seed segment seminar sequin serene sesame seven sextant shade shadow shady shake
shallot share sharp shawl shed sheep shelf shell shelter sherbet shield shine shingle shiny ship shire shirt shoe
shore short shovel shower shrimp shrub shutter shuttle sickle sidecar signal silk silken silo silver simple sing
singer sip sit skate sketch ski skillet skim skip skipper skirt sky skylark skyline slate sled sleek sleep sleeve
slender slide slipper slope slow small smart smile smooth sniff snippet snorkel snow snowman snowy snug soap social
society sock soda sofa sofabed soft soil solar solid solo solve sonata song sonnet soprano sorbet sound soup south
space spade spaniel spare spark sparkle sparkly sparrow spatula speak speech speedy sphere spice spin spinach
spindle spiral spire spirit splash spokes sponge spoon spotted sprig spring sprint sprout spruce spur square squash
squid stable stack stadium staff stage stamp stand stanza star starry start station statue stature stay steady
steam steeple stem stencil step stereo stew steward stick still stilt stir stirrup stitch stock stone stool stork
storm story stove straw stream street string stroll strong stucco student studio study sturdy subtle subway success
sudden sugar sultana summer summit sunbeam sundial sunfish sunlit sunny sunrise sunset super superb supper surf
surface swallow swan sway sweater swift swim swimmer swing synonym syntax syrup system table tadpole tailor take
talent talk tall talon tame tangent tangle tango tank tap tape tapioca target tarmac tartan tassel taste taxi teach
teacher teacup teal teapot temple tempo tenant tender tendril tennis tenor tent terrace terrier texture thank
thatch theory thermal thermos thick thicket thimble think thistle thread thrush thumb thunder ticket ticking tickle
tidy tie tiger tile timber tin tinder tinfoil tinsel tiny tiptoe toast toffee toga tomato tongs tool topaz topic
tornado toucan touch tourist towel tower town toy track tractor traffic trail train tram transit trapeze travel
tray treacle treaty tree trek trellis trestle trident trifle trinket triplet tripod triumph trolley trophy tropics
trot trout trowel truck true truffle trumpet trundle trunk trust tuba tuck tugboat tulip tuna tundra tunic tunnel
turban turbine tureen turf turkey turnip turret turtle tutor tweed twelve twenty twig twin twine twinkle twirl
umber umpire uncle unicorn uniform union unique unison update upland uplift upper urban urchin urn useful usher
vacuum valet valley valve van vanilla variety vase vast vehicle velour velvet velvety venture veranda verb verdict
vessel vest veteran viaduct victory village vine vinegar vintage viola violin virtue vision visit visor vitamin
vivid vixen voice volcano volley volume vowel voyage wafer waffle wagon wagtail walk walkway wallaby wallet walnut
walrus waltz wand wander warbler warden warm wash washer watch water wavy wax weave weaver web wedge weekend west
wetland wharf wheat whirl whisker whisper whistle wicker wicket wide widget wild willow wind window windy wing wink
winner winter wire wisdom wise wish witty wombat wonder wooden wool woolly work world wren wrist writer yacht yard
yarn yawn yeast yellow yodel yolk yonder young zebra zenith zephyr zesty zigzag zinc zither zodiac zone zoom
`
  .trim()
  .split(/\s+/)
